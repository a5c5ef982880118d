/** Whole paragraphs: one unit of the output holds one unit of gold, all of it, in order, and nothing else. */
import type { Comparison } from "./comparison.ts";
import { Counts, risingShare } from "./shingles.ts";
import type { Unit } from "./units.ts";

/** A shingle of an output unit: where it stands there, and in which gold unit, and where in that. */
type Hit = readonly [own: number, unit: number, at: number];

/** F1 of paragraphs; null where gold knows zones, of which each may hold several. */
export function scoreParagraphs(sides: Comparison): number | null {
  const { goldUnits, ownUnits, ownTexts } = sides;
  if (goldUnits.some(({ role }) => role === "zone")) return null;
  // Where gold does not know roles, a heading may be what it calls a block.
  const anyRole = goldUnits.some(({ role }) => role === "block");
  const wanted = indices(goldUnits, ({ role }) => role === "paragraph" || role === "block");
  const own = indices(ownUnits, ({ role }) => anyRole || role === "paragraph");
  const counted = anyRole ? own.filter((unit) => ownTexts[unit] !== "") : own;
  if (wanted.length + counted.length === 0) return 1;
  return (2 * countWhole(sides, wanted, own)) / (wanted.length + counted.length);
}

function countWhole(sides: Comparison, wanted: readonly number[], own: readonly number[]): number {
  const { goldTexts, ownTexts, noisy, common } = sides;
  const { settled, used } = sameTexts(sides, wanted, own);
  const hits = new Map<number, Hit[]>();
  const [inGold, inOwn] = [new Counts<number>(), new Counts<number>()];
  for (const { gold: place, own: there } of common) {
    inGold.add(place[0]);
    inOwn.add(there[0]);
    const list = hits.get(there[0]) ?? [];
    hits.set(there[0], list);
    list.push([there[1], place[0], place[1]]);
  }
  const wants = new Set(wanted);
  let matched = settled.size;
  for (const unit of own) {
    const these = hits.get(unit);
    if (used.has(unit) || !these) continue;
    const [target, n] = mostCommon(these.map(([, goldUnit]) => goldUnit));
    const all = inGold.get(target) as number;
    if (!wants.has(target) || settled.has(target) || all < 3) continue;
    const [wantedLength, length] = [lengthOf(goldTexts[target]), lengthOf(ownTexts[unit])];
    if (!noisy && Math.abs(length - wantedLength) > 0.02 * wantedLength) continue;
    const order = these
      .filter(([, goldUnit]) => goldUnit === target)
      .sort((a, b) => a[0] - b[0] || a[2] - b[2])
      .map(([, , at]) => at);
    if (n < 0.95 * all || n < 0.95 * (inOwn.get(unit) as number) || risingShare(order) <= 0.98) continue;
    settled.add(target);
    matched++;
  }
  return matched;
}

/** Units that say the very same, each taken once. */
function sameTexts({ goldTexts, ownTexts }: Comparison, wanted: readonly number[], own: readonly number[]) {
  const byText = new Map<string, number[]>();
  for (const unit of own) {
    const text = ownTexts[unit] as string;
    byText.set(text, [...(byText.get(text) ?? []), unit]);
  }
  const [settled, used] = [new Set<number>(), new Set<number>()];
  for (const unit of wanted) {
    const same = byText.get(goldTexts[unit] as string)?.pop();
    if (same === undefined) continue;
    settled.add(unit);
    used.add(same);
  }
  return { settled, used };
}

/** The value that comes most often, and how often; of several the first. */
function mostCommon(values: readonly number[]): [number, number] {
  const counts = new Counts<number>();
  for (const value of values) counts.add(value);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
}

function indices(units: readonly Unit[], are: (unit: Unit) => boolean): number[] {
  return units.flatMap((unit, i) => (are(unit) ? [i] : []));
}

function lengthOf(text = ""): number {
  return [...text].length;
}
