/** What people have decided about a page, as places on it: the stages take it for certain evidence. */
import { blockText } from "./text.ts";
import type { Block, Choice, Evidence, Page, Role, Span, Warning } from "./types.ts";
import { pieceFinder } from "./view.ts";

/** Nats that a decision weighs: more than all other evidence together, and still a term of the sum. */
export const CERTAIN = 40;

/** What is wanted of the place where one text ends and another begins. */
export type SeamVerdict = "join" | "apart" | "gap";

/** About the place where one text ends and another begins. */
export interface SettledSeam {
  readonly verdict: SeamVerdict;
  /** Offset behind the last character of the tail. */
  readonly tail: number;
  /** Offset of the first character of the head. */
  readonly head: number;
  /** The decision in words. */
  readonly says: string;
}

export interface SettledRole {
  readonly role: Role;
  readonly span: Span;
  readonly says: string;
}

export interface SettledArticles {
  readonly together: boolean;
  /** Offsets in the blocks it is about. */
  readonly first: number;
  readonly second: number;
  readonly says: string;
}

export interface Settled {
  readonly seams: readonly SettledSeam[];
  readonly roles: readonly SettledRole[];
  readonly articles: readonly SettledArticles[];
}

/** The term of a sum that stands for a decision. */
export function decisionTerm(inFavour: boolean): Evidence {
  return { name: "decision", weight: inFavour ? CERTAIN : -CERTAIN };
}

/** What was decided about two stretches of the page: that one goes on in the other, or not; null where nothing was. */
export function verdictOn(settled: Settled | undefined, tail: Span, head: Span): SeamVerdict | null {
  const found = settled?.seams.find((it) => endsIn(tail, it.tail) && beginsIn(head, it.head));
  return found?.verdict ?? null;
}

/** The same of two lines: what is given a role of its own also begins and ends where it does. */
export function verdictOnLines(settled: Settled | undefined, tail: Span, head: Span): SeamVerdict | null {
  const cut = settled?.roles.some(({ span }) => endsIn(tail, span.end) || beginsIn(head, span.start));
  return verdictOn(settled, tail, head) ?? (cut ? "apart" : null);
}

/** The role that was decided for a block; blocks that are to be joined are text, unless something else was decided. */
export function roleOf(settled: Settled | undefined, block: Block): Role | null {
  const start = block.pieces[0]?.start ?? block.id;
  const end = block.pieces.at(-1)?.end ?? block.id;
  const named = settled?.roles.find(({ span }) => span.start - NEAR <= start && start < span.end);
  if (named) return named.role;
  const joins = settled?.seams.some(
    ({ verdict, tail, head }) =>
      verdict !== "apart" && (endsIn({ start, end }, tail) || beginsIn({ start, end }, head)),
  );
  return joins ? "text" : null;
}

/** Units by which a place may miss the end of its stretch: marks and spaces that anchors pass over. */
const NEAR = 2;

function endsIn({ start, end }: Span, at: number): boolean {
  return start < at && at <= end && end - at <= NEAR;
}

function beginsIn({ start, end }: Span, at: number): boolean {
  return start <= at && at < end && at - start <= LEAD;
}

/** A head may begin with a repeat that was cut. */
const LEAD = 8;

/** Decisions that the repaired page does not show, with the reason that is likeliest. */
export function unmet(page: Page, { seams, roles, articles }: Settled): Warning[] {
  const here = (at: number) => page.span.start <= at && at < page.span.end;
  const at = blocksByOffset(page);
  const warnings: Warning[] = [];
  const tell = (says: string, offset: number, advice: string) =>
    warnings.push({
      code: "unmet-decision",
      message: `${says}: this could not be carried out; ${advice}`,
      span: { start: offset, end: offset },
    });
  for (const { verdict, tail, head, says } of seams) {
    if (!here(head)) continue;
    const joined = areJoined(at(tail - 1), at(head), head);
    if (joined === null ? verdict !== "apart" : (joined === "gap" ? "gap" : "join") !== verdict)
      tell(says, head, "a decision about one of the two pieces, or the end of a line, stands against it");
  }
  for (const { role, span, says } of roles) {
    if (!here(span.start)) continue;
    const block = at(span.start);
    if (!block || block.role !== role || !fits(page, block, span))
      tell(
        says,
        span.start,
        "it must be whole lines, and no other decision may make it part of something else",
      );
  }
  for (const { together, first, second, says } of articles) {
    if (!here(first)) continue;
    if ((at(first)?.article === at(second)?.article) !== together)
      tell(says, second, "one of the two stands in no article, or another decision stands against it");
  }
  return warnings;
}

/** Choices that the repaired page shows: what one stage left apart, a later one may have joined, and the other way round. */
export function choicesThatStand(page: Page, choices: readonly Choice[]): Choice[] {
  if (choices.length === 0) return [];
  const at = blocksByOffset(page);
  return choices.filter(({ tail, head, decided }) => {
    if (tail === null) return true;
    return (areJoined(at(tail.end - 1), at(head.start), head.start) === null) === (decided === "apart");
  });
}

function blocksByOffset({ blocks }: Page): (offset: number) => Block | undefined {
  const piecesBefore = pieceFinder(blocks);
  return (offset) => {
    const piece = piecesBefore(offset).at(-1);
    return piece && offset < piece.end ? blocks[piece.block] : undefined;
  };
}

/** How the head came behind the tail; null where it does not stand there. */
function areJoined(tail: Block | undefined, head: Block | undefined, at: number) {
  if (!tail || !head || tail.id !== head.id) return null;
  const piece = head.pieces.find(({ start, end }) => start <= at && at < end);
  return piece?.seam?.kind ?? "wrap";
}

/** What was to be a headline must not have swallowed the text around it. */
function fits(page: Page, block: Block, span: Span): boolean {
  return block.role === "text" || blockText(page, block).length <= 2 * (span.end - span.start) + 40;
}
