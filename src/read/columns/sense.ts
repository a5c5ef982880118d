/**
 * Columns that run side by side in the lines of a page, found by sense: where a line is parted, each part goes on in the part
 * below it and not in the part beside it. White is a hint of the place alone. Engines leave one space between columns, or none.
 */
import type { Line, Span } from "../../page/types.ts";
import {
  areSolid,
  beginningsOf,
  mayBeParted,
  type Pieces,
  placesIn,
  spanOf,
  type Way,
  waysToPart,
} from "./pieces.ts";
import type { Reader } from "./reader.ts";

/** Nats that a stretch of lines has to read better down its columns than along its lines; and where columns are known to be, less. */
const WORTH = 8;
const WORTH_BESIDE = 4;
/** Nats that each line that is parted has to bring, or it is chance: the best of many ways is chosen. */
const CHANCE = 1;
/** Nats that a line with nothing on one side may bring: such lines alone show no columns. */
const ONE_SIDED = 0.25;

/** Lines with nothing to part that may stand between two that may be parted, and behind the last. */
const BETWEEN = 2;
/** Longer stretches are looked at in parts. */
const LONGEST = 150;

/** Stretches of lines, as half-open ranges, two of which at least have white where columns may begin. */
export function stretchesIn(text: string, lines: readonly Line[]): [from: number, to: number][] {
  const stretches: number[][] = [];
  for (const [at, line] of lines.entries()) {
    if (!mayBeParted(text, line)) continue;
    const last = stretches.at(-1);
    const above = lines[last?.at(-1) ?? at] as Line;
    const isNear = last && at - (last.at(-1) as number) <= BETWEEN && at - (last[0] as number) < LONGEST;
    if (isNear && areAlike(above.span, line.span)) last.push(at);
    else stretches.push([at]);
  }
  return stretches.flatMap((own, i) => {
    const next = stretches[i + 1]?.[0] ?? lines.length;
    const end = Math.min(next, (own.at(-1) as number) + 1 + BETWEEN);
    const isText =
      own.length >= 2 &&
      areSolid(
        text,
        own.map((at) => lines[at] as Line),
      );
    return isText ? [[own[0] as number, end]] : [];
  });
}

/** By so much, at most, one of two lines over the same columns is longer: a headline over its text is more than that. */
const LONGER = 3;

function areAlike(one: Span, other: Span): boolean {
  const [short, long] = [one.end - one.start, other.end - other.start].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return long <= LONGER * short;
}

/**
 * The lines of a page in stacks, as they are read: down each column, what stands above and below the columns before and behind
 * them.
 *
 * @param rows the pieces of each line
 * @returns null where all lines are read as they stand
 */
export function stacksBySense(text: string, rows: readonly Pieces[], read: Reader): Pieces[][] | null {
  const stacks = stacksOf(text, rows, (tail, head) => read(spanOf(tail), spanOf(head)), WORTH);
  return stacks.length > 1 ? stacks : null;
}

function stacksOf(text: string, rows: readonly Pieces[], read: ReadPieces, worth: number): Pieces[][] {
  if (rows.length === 0) return [];
  const best = bestCut(text, rows, read, worth);
  if (!best) return [[...rows]];
  const { from, ways } = best;
  const deeper = (part: readonly Pieces[], own: number) =>
    stacksOf(
      text,
      part.filter((pieces) => pieces.length > 0),
      read,
      own,
    );
  return [
    ...deeper(rows.slice(0, from), worth),
    ...deeper(
      ways.map(({ before }) => before),
      WORTH_BESIDE,
    ),
    ...deeper(
      ways.map(({ behind }) => behind),
      WORTH_BESIDE,
    ),
    ...deeper(rows.slice(from + ways.length), worth),
  ];
}

type ReadPieces = (tail: Pieces, head: Pieces) => number;

/** A stretch of lines, parted. */
interface Cut {
  readonly from: number;
  readonly ways: readonly Way[];
}

/** How a stretch of lines may have been parted so far, the last line included. */
interface State {
  /** Nats by which it reads better so than along its lines. */
  readonly gain: number;
  readonly from: number;
  readonly way: Way;
  readonly past: State | null;
  /** What stands lowest in each column, by its beginnings, and what was read last along the lines. */
  readonly left: readonly Pieces[] | null;
  readonly right: readonly Pieces[] | null;
  readonly last: Pieces;
  /** Lines that white parts. */
  readonly parted: number;
}

/** The stretch of lines, and the place in ems, where columns are worth most; null where they are not worth it. */
function bestCut(text: string, rows: readonly Pieces[], read: ReadPieces, worth: number): Cut | null {
  let best: State | null = null;
  let most = 0;
  for (const [n, place] of commonPlaces(rows).entries()) {
    if (n === FIRST && most < worth / 2) return null;
    let states: State[] = [];
    for (const [i, pieces] of rows.entries()) {
      const ways = waysToPart(text, pieces, place);
      states = ways.flatMap((way) => goOn(states, way, i, read) ?? []);
      for (const state of states) {
        if (state.parted < 2) continue;
        most = Math.max(most, state.gain);
        if (state.gain > (best?.gain ?? worth)) best = state;
      }
    }
  }
  return best && { from: best.from, ways: waysOf(best) };
}

/** The best state that parts a line in a way; null where none does. */
function goOn(states: readonly State[], way: Way, at: number, read: ReadPieces): State | null {
  const { before, behind, cost, forced } = way;
  const two = before.length > 0 && behind.length > 0;
  const across = two ? read(before, behind) + CHANCE : 0;
  const left = before.length > 0 ? beginningsOf(before) : null;
  const right = behind.length > 0 ? beginningsOf(behind) : null;
  let best: State | null = null;
  for (const past of states) {
    let gain = 0;
    if (before.length > 0) gain += down(past.left, before, read) - read(past.last, before);
    if (behind.length > 0) gain += down(past.right, behind, read);
    if (behind.length > 0 && !two) gain -= read(past.last, behind);
    gain = past.gain - cost + (two ? gain - across : Math.min(gain, ONE_SIDED));
    if (best && gain <= best.gain) continue;
    const parted = past.parted + (two && !forced ? 1 : 0);
    best = {
      gain,
      from: past.from,
      way,
      past,
      left: left ?? past.left,
      right: right ?? past.right,
      last: behind.length > 0 ? behind : before,
      parted,
    };
  }
  if (!two || forced || (best && best.gain >= -across - cost)) return best;
  return {
    gain: -across - cost,
    from: at,
    way,
    past: null,
    left,
    right,
    last: behind,
    parted: 1,
  };
}

/**
 * How well a line of a column goes on in the next. The line may run over further columns: then the first of them does.
 *
 * @param above the beginnings of the line
 */
function down(above: readonly Pieces[] | null, below: Pieces, read: ReadPieces): number {
  return above ? Math.max(...above.map((beginning) => read(beginning, below))) : 0;
}

function waysOf(last: State): Way[] {
  const ways: Way[] = [];
  for (let state: State | null = last; state; state = state.past) ways.push(state.way);
  return ways.reverse();
}

/** So many places are tried, those that most lines have; fewer where the first show nothing. */
const PLACES = 16;
const FIRST = 6;

/** Ems by which the white of lines that have a gutter in common is off, as a rule. */
const NEAR = 2;

/** Where columns may begin, in whole ems; first where most lines have white near by. */
function commonPlaces(rows: readonly Pieces[]): number[] {
  const counts = new Map<number, number>();
  for (const pieces of rows) {
    const places = new Set<number>();
    for (const place of placesIn(pieces).map(Math.round))
      for (let near = place - NEAR; near <= place + NEAR; near++) places.add(near);
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, most], [b, more]) => more - most || a - b)
    .slice(0, PLACES)
    .map(([place]) => place);
}
