/** Bytes → lines, no more of them at a time than are asked for. */

/** In UTF-16 units; V8 holds strings of about twice the length. */
const LONGEST = 2 ** 28;

/**
 * Lines end with a line feed alone: JSON may hold every other character that some take for a line end.
 *
 * @yields a line without its end; null for one that is too long to be held
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest = LONGEST,
): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  const grown = (line: string | null, more: string) =>
    line === null || line.length + more.length > longest ? null : line + more;
  let line: string | null = "";
  for await (const chunk of chunks) {
    const [end = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    line = grown(line, end);
    for (const begun of others) {
      yield line;
      line = grown("", begun);
    }
  }
  line = grown(line, decoder.decode());
  if (line !== "") yield line;
}
