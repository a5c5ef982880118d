/**
 * The one place where a page changes. `applyEdits` carries out a log, `undoEdits` takes it back; both give a new
 * page, and for every log a page accepts, `undoEdits(applyEdits(page, log), log)` equals `page`.
 */
import { blockWith, pageWith } from "./copies.ts";
import type {
  AssignEdit,
  Block,
  Change,
  Edit,
  JoinEdit,
  LabelEdit,
  Page,
  Piece,
  ReplaceEdit,
  SplitEdit,
} from "./types.ts";

/** A page while a log is being worked through: blocks by id, changes by where they start. */
interface Draft {
  readonly blocks: Map<number, Block>;
  readonly changes: Map<number, Change>;
  /** Lists of pieces that were made for this draft, and that no page shares: a block of ten thousand lines grows line by line. */
  readonly own: WeakSet<readonly Piece[]>;
}

/** The pieces of a block as a list that may be changed. */
function ownPieces({ own }: Draft, { pieces }: Block): Piece[] {
  if (own.has(pieces)) return pieces as Piece[];
  const copy = [...pieces];
  own.add(copy);
  return copy;
}

/**
 * Carries out edits in order.
 *
 * @throws RangeError where an edit names a block or a place that the page does not have
 */
export function applyEdits(page: Page, edits: readonly Edit[]): Page {
  return edits.length === 0 ? page : rewrite(page, edits, apply);
}

/**
 * Takes edits back, the last one first.
 *
 * @throws RangeError where an edit was not made on this page
 */
export function undoEdits(page: Page, edits: readonly Edit[]): Page {
  return edits.length === 0 ? page : rewrite(page, edits.toReversed(), undo);
}

function rewrite(page: Page, edits: readonly Edit[], step: (draft: Draft, edit: Edit) => void): Page {
  const replaces = edits.some(({ kind }) => kind === "replace");
  const rebuilds = edits.some(({ kind }) => kind !== "replace");
  const draft: Draft = { blocks: new Map(), changes: new Map(), own: new WeakSet() };
  if (rebuilds) for (const block of page.blocks) draft.blocks.set(block.id, block);
  if (replaces) for (const change of page.changes) draft.changes.set(change.start, change);
  for (const edit of edits) step(draft, edit);
  const blocks = rebuilds ? inOrder([...draft.blocks.values()], ({ id }) => id) : page.blocks;
  const changes = replaces ? inOrder([...draft.changes.values()], ({ start }) => start) : page.changes;
  return pageWith(page, blocks, changes, page.warnings);
}

/** Most are in order as they are. */
function inOrder<T>(list: T[], placeOf: (it: T) => number): T[] {
  for (let i = 1; i < list.length; i++)
    if (placeOf(list[i - 1] as T) > placeOf(list[i] as T))
      return list.sort((a, b) => placeOf(a) - placeOf(b));
  return list;
}

function apply(draft: Draft, edit: Edit): void {
  switch (edit.kind) {
    case "replace":
      replace(draft, edit);
      break;
    case "split":
      split(draft, edit);
      break;
    case "join":
      join(draft, edit);
      break;
    case "label":
      label(draft, edit);
      break;
    case "assign":
      assign(draft, edit);
      break;
  }
}

function undo(draft: Draft, edit: Edit): void {
  switch (edit.kind) {
    case "replace":
      draft.changes.delete(edit.span.start);
      break;
    case "split":
      unsplit(draft, edit);
      break;
    case "join":
      unjoin(draft, edit);
      break;
    case "label":
      unlabel(draft, edit);
      break;
    case "assign":
      assign(draft, { ...edit, was: edit.article, article: edit.was });
      break;
  }
}

function replace(draft: Draft, edit: ReplaceEdit): void {
  if (draft.changes.has(edit.span.start))
    throw new RangeError(`two edits replace the text at ${edit.span.start}`);
  const { start, end } = edit.span;
  draft.changes.set(start, { start, end, text: edit.text });
}

function split(draft: Draft, edit: SplitEdit): void {
  const block = blockOf(draft, edit.block);
  const at = block.pieces.findIndex((piece) => piece.start <= edit.at && edit.at < piece.end);
  const cut = block.pieces[at];
  if (!cut || edit.at === block.pieces[0]?.start)
    throw new RangeError(`block ${edit.block} cannot be split at ${edit.at}`);
  const before = block.pieces.slice(0, at);
  if (edit.at > cut.start) before.push({ ...cut, end: edit.end });
  draft.blocks.set(block.id, { ...block, pieces: before });
  const first: Piece = { start: edit.at, end: cut.end };
  draft.blocks.set(edit.at, { ...block, id: edit.at, pieces: [first, ...block.pieces.slice(at + 1)] });
}

function unsplit(draft: Draft, edit: SplitEdit): void {
  const block = blockOf(draft, edit.block);
  const rest = blockOf(draft, edit.at);
  const last = block.pieces.at(-1);
  const [first, ...others] = rest.pieces;
  if (!last || !first) throw new RangeError(`block ${edit.block} was not split at ${edit.at}`);
  const whole: Piece[] = edit.seam
    ? [...block.pieces, { ...first, seam: edit.seam }]
    : [...block.pieces.slice(0, -1), { ...last, end: first.end }];
  draft.blocks.set(block.id, { ...block, pieces: [...whole, ...others] });
  draft.blocks.delete(rest.id);
}

function join(draft: Draft, edit: JoinEdit): void {
  const tail = blockOf(draft, edit.tail);
  const head = blockOf(draft, edit.head);
  const [first] = head.pieces;
  if (!first || tail.id === head.id)
    throw new RangeError(`block ${edit.head} cannot join block ${edit.tail}`);
  const pieces = ownPieces(draft, tail);
  pieces.push({ start: first.start, end: first.end, seam: edit.seam });
  for (let i = 1; i < head.pieces.length; i++) pieces.push(head.pieces[i] as Piece);
  draft.blocks.set(tail.id, { ...tail, pieces });
  draft.blocks.delete(head.id);
}

function unjoin(draft: Draft, edit: JoinEdit): void {
  const tail = blockOf(draft, edit.tail);
  // What joined last is undone first.
  const at = tail.pieces.findLastIndex((piece) => piece.start === edit.head);
  const first = tail.pieces[at];
  if (!first || at === 0) throw new RangeError(`block ${edit.head} did not join block ${edit.tail}`);
  const pieces = ownPieces(draft, tail);
  const freed = pieces.splice(at);
  freed[0] = { start: first.start, end: first.end };
  draft.own.add(freed);
  draft.blocks.set(tail.id, { ...tail, pieces });
  draft.blocks.set(edit.head, { id: edit.head, pieces: freed, ...edit.was });
}

function label(draft: Draft, { block, role, certainty }: LabelEdit): void {
  const own = blockOf(draft, block);
  draft.blocks.set(block, blockWith(own, role, certainty ?? own.certainty, own.article));
}

/** A certainty came with the role that is taken back, where the edit gave one: no block has had one before. */
function unlabel(draft: Draft, { block, was, certainty }: LabelEdit): void {
  const { certainty: now, ...own } = blockOf(draft, block);
  draft.blocks.set(block, {
    ...own,
    role: was,
    ...(now !== undefined && certainty === undefined && { certainty: now }),
  });
}

function assign(draft: Draft, edit: AssignEdit): void {
  const own = blockOf(draft, edit.block);
  draft.blocks.set(edit.block, blockWith(own, own.role, own.certainty, edit.article));
}

function blockOf(draft: Draft, id: number): Block {
  const block = draft.blocks.get(id);
  if (!block) throw new RangeError(`the page has no block ${id}`);
  return block;
}
