/**
 * Holds the scores of the bench to the floors in floors.json.
 *
 *   node test/bench/floors.js SCORES.json… [--raise]
 *
 * SCORES.json is what score.py writes with --json; `scores page.tsv.json` has those of pages read from `page.tsv`, whose
 * sets are held as `SET page.tsv`. With --raise, floors go up to what is measured now; none goes down:
 * whoever wants a lower one edits the file and says why. The last line is `N passed, N failed`.
 */
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("floors.json", import.meta.url);
/** Held for every set that has them. The scores of single roles are in `score`. */
const MEASURES = ["score", "seam_r", "seam_p", "col_r", "para_f1", "seg_f1", "kept"];
/** Between floor and measurement: a page of the smaller sets may turn out otherwise without anything being worse. */
const ROOM = 0.005;

const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
const paths = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (paths.length === 0) throw new Error("name the files that score.py --json wrote");
/** @type {Record<string, Record<string, number | null>>} */
const scores = Object.assign({}, ...paths.map(scoresIn));
/** @type {Record<string, Record<string, number>>} */
let floors = JSON.parse(readFileSync(FILE, "utf8"));

if (flags.includes("--raise")) {
  floors = raised();
  writeFileSync(FILE, `${JSON.stringify(floors, null, 2)}\n`);
}

let passed = 0;
let failed = 0;
for (const [set, own] of Object.entries(floors))
  for (const [measure, floor] of Object.entries(own)) {
    const now = scores[set]?.[measure] ?? 0;
    if (now >= floor) passed++;
    else {
      failed++;
      console.log(`${set}: ${measure} is ${percent(now)}, below its floor of ${percent(floor)}`);
    }
  }
for (const [set, own] of Object.entries(scores)) {
  if (!own.failed) continue;
  failed++;
  console.log(`${set}: ${own.failed} of ${own.pages} pages failed`);
}
if (failed > 0)
  console.log("Mend it, or lower the floor in test/bench/floors.json and say why in the commit.");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function raised() {
  return Object.fromEntries(
    Object.entries(scores).map(([set, own]) => [
      set,
      Object.fromEntries(
        MEASURES.filter((measure) => typeof own[measure] === "number").map((measure) => [
          measure,
          Math.max(floors[set]?.[measure] ?? 0, Math.floor((Number(own[measure]) - ROOM) * 1000) / 1000),
        ]),
      ),
    ]),
  );
}

/**
 * @param {string} path
 * @returns {Record<string, Record<string, number | null>>}
 */
function scoresIn(path) {
  const input = / (page\.\S+)\.json$/.exec(path)?.[1];
  const own = Object.entries(JSON.parse(readFileSync(path, "utf8")));
  return Object.fromEntries(own.map(([set, figures]) => [input ? `${set} ${input}` : set, figures]));
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
