/** A DOCTYPE, and the entities that it declares, blanked out before anything looks at it; offsets stay. */

/** It stands before the first element, behind comments at most. */
const HEAD = 4096;

export function* withoutDoctype(chunks: Iterable<string>): Generator<string> {
  let head: string | null = "";
  for (const chunk of chunks) {
    if (head === null) yield chunk;
    else {
      head += chunk;
      const end = head.length < HEAD ? null : endIn(head);
      if (end === null) continue;
      yield blanked(head, end);
      head = null;
    }
  }
  if (head !== null) yield blanked(head, endIn(head) ?? endIn(head.replaceAll("[", " ")) ?? head.length);
}

const DOCTYPE = /<!doctype/i;

/** Where what stands before the first element ends; 0 without a DOCTYPE, null where that does not end. */
function endIn(head: string): number | null {
  const start = head.slice(0, HEAD).search(DOCTYPE);
  if (start < 0) return 0;
  const end = head.indexOf(">", start);
  const subset = head.indexOf("[", start);
  if (subset < 0 || subset > end) return end < 0 ? null : end + 1;
  // A subset in brackets holds `>` of its own.
  const close = head.indexOf("]", subset);
  const behind = close < 0 ? -1 : head.indexOf(">", close);
  return behind < 0 ? null : behind + 1;
}

function blanked(head: string, end: number): string {
  if (end === 0) return head;
  const start = head.search(DOCTYPE);
  return head.slice(0, start) + " ".repeat(end - start) + head.slice(end);
}
