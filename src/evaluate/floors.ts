/** Floors: what each set of pages must reach. They go up with what is reached, and down only by hand and with a reason. */
import { InputError } from "../page/errors.ts";
import type { Figures, Measure } from "./figures.ts";
import { MEASURES } from "./figures.ts";
import { ALL, type ScoredSet } from "./report.ts";

export interface Floors {
  readonly sets: { readonly [set: string]: { readonly [measure in Measure]?: number } };
  /** Floors that were lowered by hand, and why. */
  readonly lowered: readonly Lowered[];
}

export interface Lowered {
  readonly set: string;
  readonly measure: Measure;
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** Held for every set that has them. The scores of single roles are in `score`. */
const HELD: readonly Measure[] = ["score", "seam_r", "seam_p", "col_r", "para_f1", "seg_f1", "kept"];
/** Between floor and measurement: a page of the smaller sets may turn out otherwise without anything being worse. */
const ROOM = 0.005;

/** @throws InputError where the text is no file of floors */
export function readFloors(text: string): Floors {
  const advice = 'write { "sets": { "name": { "score": 0.9 } }, "lowered": [] }';
  let value: Partial<Floors>;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`no JSON (${(error as Error).message})`, advice);
  }
  const { sets, lowered = [] } = value ?? {};
  if (typeof sets !== "object" || sets === null || !Array.isArray(lowered))
    throw new InputError('no file of floors: it has no "sets"', advice);
  for (const [name, own] of Object.entries(sets))
    for (const [measure, floor] of Object.entries(own))
      if (!MEASURES.includes(measure as Measure) || typeof floor !== "number")
        throw new InputError(
          `floor ${name}.${measure} is ${JSON.stringify(floor)}`,
          `use ${MEASURES.join(", ")}`,
        );
  return { sets, lowered };
}

/** How many floors are held, and what is below its floor, or failed. A set that is not there holds none of its floors. */
export function heldTo(floors: Floors, sets: readonly ScoredSet[]): { held: number; broken: string[] } {
  const figures = new Map(sets.map(({ name, figures }) => [name, figures]));
  const broken: string[] = [];
  let held = 0;
  for (const [name, own] of Object.entries(floors.sets))
    for (const [measure, floor] of Object.entries(own)) {
      const now = figures.get(name)?.[measure as Measure] ?? 0;
      if (now >= floor) held++;
      else broken.push(`${name}: ${measure} is ${percent(now)}, below its floor of ${percent(floor)}`);
    }
  for (const { name, figures: own } of sets)
    if (own.failed > 0 && name !== ALL) broken.push(`${name}: ${own.failed} of ${own.pages} pages failed`);
  return { held, broken };
}

/** Floors as high as what is reached allows; none goes down. */
export function raised({ sets, lowered }: Floors, scored: readonly ScoredSet[]): Floors {
  const up = (name: string, figures: Figures) =>
    Object.fromEntries(
      HELD.filter((measure) => figures[measure] !== null).map((measure) => [
        measure,
        Math.max(sets[name]?.[measure] ?? 0, Math.floor(((figures[measure] ?? 0) - ROOM) * 1000) / 1000),
      ]),
    );
  const now = scored.filter(({ name }) => name !== ALL).map(({ name, figures }) => [name, up(name, figures)]);
  return { sets: { ...sets, ...Object.fromEntries(now) }, lowered };
}

/** Floors that are lower than they were, or gone, and of which the file does not say why. */
export function loweredInSilence(before: Floors, now: Floors): string[] {
  return Object.entries(before.sets).flatMap(([set, own]) =>
    Object.entries(own)
      .filter(([measure, floor]) => (now.sets[set]?.[measure as Measure] ?? 0) < floor)
      .filter(
        ([measure, floor]) =>
          !now.lowered.some(
            (it) =>
              it.set === set &&
              it.measure === measure &&
              it.from >= floor &&
              it.why.trim() !== "" &&
              it.to <= (now.sets[set]?.[measure as Measure] ?? 0),
          ),
      )
      .map(
        ([measure, floor]) =>
          `${set}: ${measure} was ${floor} and is ${now.sets[set]?.[measure as Measure] ?? "gone"}`,
      ),
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
