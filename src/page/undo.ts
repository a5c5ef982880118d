/** A log without one of its edits: what hung on that edit is led to where it belongs now, or goes with it. */
import type { Edit, JoinEdit, SplitEdit } from "./types.ts";

export interface Undone {
  readonly log: readonly Edit[];
  /** Indices in the old log of the edits that went with it. */
  readonly also: readonly number[];
}

/**
 * Takes edit `n` out of a log, so that what is left can be carried out on the page as read.
 *
 * @throws RangeError where the log has no such edit
 */
export function withoutEdit(log: readonly Edit[], n: number): Undone {
  const undone = log[n];
  if (!undone) throw new RangeError(`there is no edit ${n}`);
  const before = log.slice(0, n);
  const after = log.slice(n + 1);
  if (undone.kind === "join") return unjoin(before, undone, after, n);
  if (undone.kind === "split") return unsplit(before, undone, after, n);
  return { log: [...before, ...after], also: [] };
}

/** The head stays a block: what was added behind it goes on in it, and it goes where the text before it goes. */
function unjoin(
  before: readonly Edit[],
  { tail, head, reason, was }: JoinEdit,
  after: readonly Edit[],
  n: number,
): Undone {
  let { role, article } = was;
  /** The block that the head would stand at the end of; null once it was cut off again. */
  let owner: number | null = tail;
  const also: number[] = [];
  const log = after.flatMap((edit, i): Edit[] => {
    if (owner === null) return [edit];
    switch (edit.kind) {
      case "join":
        if (edit.head === owner) owner = edit.tail;
        // All that a block takes in later comes behind what it has taken in before.
        else if (edit.tail === owner) return [{ ...edit, tail: head }];
        return [edit];
      case "split":
        if (edit.block !== owner) return [edit];
        if (edit.at > head) return [{ ...edit, block: head }];
        owner = edit.at < head ? edit.at : null;
        if (owner !== null) return [edit];
        // They were never one.
        also.push(n + 1 + i);
        return [];
      case "label": {
        // A line end is no new unit: both lines are what the block was found to be.
        if (edit.block !== owner || reason !== "wrap" || edit.role === role) return [edit];
        const own: Edit = { ...edit, block: head, was: role };
        role = edit.role;
        return [edit, own];
      }
      case "assign": {
        if (edit.block !== owner) return [edit];
        const own: Edit = { ...edit, block: head, was: article };
        article = edit.article;
        return [edit, own];
      }
      default:
        return [edit];
    }
  });
  return { log: [...before, ...log], also };
}

/** The two parts are one block again: what the second was said to be goes, and so does the name that the first got by the split. */
function unsplit(
  before: readonly Edit[],
  { block, at, reason }: SplitEdit,
  after: readonly Edit[],
  n: number,
): Undone {
  const also: number[] = [];
  const log = after.flatMap((edit, i): Edit[] => {
    const isNameOfPart = edit.kind === "label" && edit.block === block && edit.reason === reason;
    const isOfRest = (edit.kind === "label" || edit.kind === "assign") && edit.block === at;
    if (isNameOfPart || isOfRest) {
      also.push(n + 1 + i);
      return [];
    }
    if (edit.kind === "join") {
      if (edit.tail === at) return [{ ...edit, tail: block }];
      if (edit.head === at) {
        also.push(n + 1 + i);
        return [];
      }
    }
    return edit.kind === "split" && edit.block === at ? [{ ...edit, block }] : [edit];
  });
  return { log: [...before, ...log], also };
}
