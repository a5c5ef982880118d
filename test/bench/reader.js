/**
 * What the ALTO reader costs beside the parser that it stands on, and what a file of 100 MB takes in memory.
 *
 *   npm run bench:reader [-- MEGABYTES]
 *
 * The bare parser is htmlparser2 with its own options, which hands on elements with their attributes and does nothing with them; the
 * parser that hands on nothing is measured too. Each round reads the same pages with each, one after the other; fails where the
 * reader does less than LEAST of what the bare parser does.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { readAlto } from "../../dist/read/layout/alto.js";
import { writeAlto } from "./alto.js";
import { measure, median } from "./measure.js";

const LEAST = 0.7;
const ROUNDS = 15;
/** The compiler is at work in the first. */
const WARM = 5;
const megabytes = Number(process.argv[2] ?? 100);

const folder = mkdtempSync(join(tmpdir(), "pagefix-bench-"));
try {
  beside();
  await large();
} finally {
  rmSync(folder, { recursive: true });
}

function beside() {
  const file = join(folder, "page.xml");
  writeAlto(file, 4e6);
  const text = readFileSync(file, "utf8");
  let elements = 0;
  let lines = 0;
  const [silent, bare, reader] = Array.from({ length: 3 }, () => /** @type {number[]} */ ([]));
  for (let round = 0; round < ROUNDS; round++) {
    const taken = [
      time(() => new Parser({}, { xmlMode: true }).end(text)),
      time(() => {
        const visitor = {
          onopentag: (/** @type {string} */ _, /** @type {object} */ attributes) => {
            if (attributes) elements++;
          },
          onclosetag: () => {},
          ontext: () => {},
        };
        new Parser(visitor, { xmlMode: true }).end(text);
      }),
      time(() => {
        readAlto([text], (sheet) => {
          lines += sheet.lines.length;
        });
      }),
    ];
    if (round < WARM) continue;
    for (const [i, times] of [silent, bare, reader].entries()) times?.push(taken[i] ?? 0);
  }
  if (elements === 0 || lines === 0) throw new Error("nothing was read");
  const share = (/** @type {number[] | undefined} */ times) =>
    median((reader ?? []).map((ms, i) => (times?.[i] ?? 0) / ms));
  const mb = text.length / 1e3;
  console.log(`The ALTO reader does ${mb.toFixed(0)} kB in ${median(reader ?? []).toFixed(0)} ms:`);
  console.log(
    `  ${percent(share(bare))} of the bare parser, ${percent(share(silent))} of one that hands on nothing`,
  );
  if (share(bare) < LEAST) {
    console.log(`  ${percent(LEAST)} of the bare parser is the least`);
    process.exitCode = 1;
  }
}

/** The whole command, which also repairs the pages and writes their documents. */
async function large() {
  console.log("\nFrom ALTO to JSON         s    MB held at most");
  const many = join(folder, "many.xml");
  const lines = Math.ceil(146 * megabytes);
  for (const [name, size, columns] of /** @type {const} */ ([
    ["a page of 1 MB", 1, 146],
    [`${megabytes} MB, many pages`, megabytes, undefined],
    [`${megabytes} MB, one page`, megabytes, lines],
  ])) {
    writeAlto(many, size * 1e6, columns);
    const { ms, peak } = await measure(process.execPath, [
      "bin/pagefix.js",
      many,
      "-q",
      "-o",
      join(folder, "out.json"),
    ]);
    console.log(`${name.padEnd(22)}${(ms / 1000).toFixed(1).padStart(5)}${peak.toFixed(0).padStart(10)}`);
  }
}

/** @param {() => void} work */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {number} value */
function percent(value) {
  return `${(100 * value).toFixed(0)} %`;
}
