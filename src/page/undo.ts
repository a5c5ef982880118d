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
function unjoin(before: readonly Edit[], undone: JoinEdit, after: readonly Edit[], n: number): Undone {
  const { tail, head, reason, was } = undone;
  let { role, article } = was;
  /** The block that the head would stand at the end of; null once it was cut off again. */
  let owner: number | null = tail;
  const also: number[] = [];
  const pieces: Pieces = new Map();
  for (const edit of [...before, undone]) follow(pieces, edit);
  const leadOn = (edit: Edit, i: number): Edit[] => {
    if (owner === null) return [edit];
    switch (edit.kind) {
      case "join":
        if (edit.head === owner) owner = edit.tail;
        // All that a block takes in later comes behind what it has taken in before.
        else if (edit.tail === owner) return [{ ...edit, tail: head }];
        return [edit];
      case "split": {
        if (edit.block !== owner) return [edit];
        const own = piecesOf(pieces, owner);
        const [cut, behind] = [cutIn(own, edit.at), own.indexOf(head)];
        if (cut > behind) return [{ ...edit, block: head }];
        owner = cut < behind ? edit.at : null;
        if (owner !== null) return [edit];
        // They were never one.
        also.push(n + 1 + i);
        return [];
      }
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
  };
  const log = after.flatMap((edit, i) => {
    const led = leadOn(edit, i);
    follow(pieces, edit);
    return led;
  });
  return { log: [...before, ...log], also };
}

/** Where the pieces of each block begin, in their order; a block that is not in it is one piece. */
type Pieces = Map<number, number[]>;

function piecesOf(pieces: Pieces, block: number): number[] {
  return pieces.get(block) ?? [block];
}

function follow(pieces: Pieces, edit: Edit): void {
  if (edit.kind === "join") {
    const own = piecesOf(pieces, edit.tail);
    for (const start of piecesOf(pieces, edit.head)) own.push(start);
    pieces.set(edit.tail, own).delete(edit.head);
  } else if (edit.kind === "split") {
    const own = piecesOf(pieces, edit.block);
    const cut = cutIn(own, edit.at);
    const rest = own.splice(Math.ceil(cut));
    pieces.set(edit.block, own).set(edit.at, Number.isInteger(cut) ? rest : [edit.at, ...rest]);
  }
}

/** Before which piece a block is cut; half a piece further where the cut goes through it. Columns may run back up the page. */
function cutIn(pieces: readonly number[], at: number): number {
  let nearest = 0;
  pieces.forEach((start, i) => {
    if (start <= at && start >= (pieces[nearest] as number)) nearest = i;
    else if ((pieces[nearest] as number) > at) nearest = i;
  });
  return pieces[nearest] === at ? nearest : nearest + 0.5;
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
