/**
 * What pagefix can do in bulk, as ratios and as figures of this machine: start-up beside other programs, pages and megabytes a
 * second, two jobs beside one, memory, and how time grows with the size of a page. Takes minutes, and a machine with nothing
 * else to do: what others took is printed beside each figure.
 *
 *   npm run bench:large [-- PART…]     start, peers, batch, growth; memory only if it is named
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixFile, toJson } from "pagefix";
import { measure, median } from "./measure.js";
import { page, shortPage, writePages } from "./pages.js";

const COMMAND = "bin/pagefix.js";
const SEED = "fixtures/seed/page.txt";
const folder = mkdtempSync(join(tmpdir(), "pagefix-bench-"));
const out = join(folder, "out");

/** @type {Readonly<Record<string, () => void | Promise<void>>>} */
const PARTS = { start, peers, batch, growth, memory };
const named = process.argv.slice(2);
try {
  for (const part of named.length > 0 ? named : ["start", "peers", "batch", "growth"]) await PARTS[part]?.();
} finally {
  rmSync(folder, { recursive: true });
}

/** One page from cold, beside a run that does nothing. */
async function start() {
  heading("One page from cold", ["ms", "× node -e 0", "MB", "others"]);
  await besideEmpty("page to JSON", process.execPath, [COMMAND, SEED, "-q", "-o", join(folder, "out.json")]);
}

/** Other programs that read a text and write it anew; none of them does what pagefix does. */
async function peers() {
  const large = join(folder, "large.txt");
  const text = Array.from({ length: 100 }, (_, i) => page(i)).join("\n");
  writeFileSync(large, text);
  const mb = Buffer.byteLength(text) / 1e6;
  heading(`Beside other programs: the seed page, and ${mb.toFixed(1)} MB`, [
    "ms",
    "× node -e 0",
    "MB",
    "others",
    "MB/s",
  ]);
  /** @type {readonly (readonly [name: string, program: string, args: (input: string) => readonly string[]])[]} */
  const programs = [
    ["pagefix", process.execPath, (input) => [COMMAND, input, "-q", "-o", join(folder, "out.json")]],
    ["fmt", "fmt", (input) => [input]],
    [
      "pandoc to JSON",
      "pandoc",
      (input) => ["-f", "markdown", "-t", "json", "-o", join(folder, "out.json"), input],
    ],
    [
      "calibre, heuristics",
      "ebook-convert",
      (input) => [input, join(folder, "out.epub"), "--enable-heuristics"],
    ],
  ];
  for (const [name, program, args] of programs) {
    if (spawnSync(program, ["--version"]).error) {
      console.log(`${name.padEnd(22)}not here`);
      continue;
    }
    const { ms } = await measure(program, args(large));
    await besideEmpty(name, program, args(SEED), [(mb * 1000) / ms]);
  }
}

/** Many pages, with one job and with two; pairs back to back, since the machine may not be the same a minute later. */
async function batch() {
  const count = Number(process.env.PAGES ?? 4000);
  const bytes = writePages(join(folder, "pages"), count, page);
  heading(`${count} pages of ${(bytes / count / 1000).toFixed(1)} kB`, [
    "s",
    "CPU s",
    "pages/s",
    "MB/s",
    "MB",
    "others",
  ]);
  const ratios = [];
  let runs = 0;
  for (let pair = 0; pair < 3; pair++) {
    const [one = 0, two = 0] = [await run(1), await run(2)];
    ratios.push(one / two);
  }
  console.log(
    `two jobs are ${median(ratios).toFixed(2)} × one (${ratios.map((it) => it.toFixed(2)).join(", ")})`,
  );

  /** @param {number} jobs */
  async function run(jobs) {
    const { ms, cpu, peak, others } = await measure(process.execPath, [
      COMMAND,
      join(folder, "pages"),
      "-d",
      // A new one, and none is removed meanwhile: ext4 goes past every file that was removed of late to make another.
      join(folder, `out-${++runs}`),
      "-q",
      "-j",
      String(jobs),
    ]);
    row(`--jobs ${jobs}`, [ms / 1000, cpu, (count * 1000) / ms, bytes / 1e3 / ms, peak, others]);
    return ms;
  }
}

/** A page of twice the size, again and again. */
async function growth() {
  heading("Time by the size of a page", ["ms", "MB/s", "× the half"]);
  const times = new Map();
  for (let kb = 10; kb <= 10_240; kb *= 2) {
    let text = "";
    for (let i = 0; Buffer.byteLength(text) < kb * 1000; i++) text += `${page(i)}\n`;
    const bytes = Buffer.byteLength(text);
    const taken = [];
    // The least of several, of which the first are slower: the compiler is at work.
    const rounds = Math.max(1, Math.min(40, 800 / kb));
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      toJson(await fixFile(text));
      taken.push(performance.now() - begun);
    }
    const ms = Math.min(...taken);
    times.set(kb, ms);
    row(`${kb} kB`, [ms, bytes / 1e3 / ms, ms / (times.get(kb / 2) ?? Number.NaN)]);
  }
}

/** A hundred thousand short pages, in folders and in one folder. */
async function memory() {
  const count = Number(process.env.PAGES ?? 100_000);
  heading(`${count} short pages`, ["s", "pages/s", "MB", "others"]);
  /** @type {readonly (readonly [name: string, inFolder: number, jobs: number])[]} */
  const runs = [
    ["a thousand a folder", 1000, 1],
    ["the same, 2 jobs", 1000, 2],
    ["in one folder, 2 jobs", count, 2],
  ];
  for (const [name, inFolder, jobs] of runs) {
    const pages = join(folder, `short-${inFolder}`);
    writePages(pages, count, shortPage, inFolder);
    rmSync(out, { recursive: true, force: true });
    const { ms, peak, others } = await measure(process.execPath, [
      COMMAND,
      pages,
      "-d",
      out,
      "-q",
      "-j",
      String(jobs),
    ]);
    row(name, [ms / 1000, (count * 1000) / ms, peak, others]);
  }
}

/**
 * @param {string} name @param {string} program @param {readonly string[]} args
 * @param {readonly number[]} more figures for the row
 */
async function besideEmpty(name, program, args, more = []) {
  const pairs = [];
  for (let i = 0; i < 11; i++) {
    const empty = await measure(process.execPath, ["-e", "0"]);
    pairs.push({ ...(await measure(program, args)), empty: empty.ms });
  }
  row(name, [
    median(pairs.map(({ ms }) => ms)),
    median(pairs.map(({ ms, empty }) => ms / empty)),
    Math.max(...pairs.map(({ peak }) => peak)),
    median(pairs.map(({ others }) => others)),
    ...more,
  ]);
}

/** @param {string} title @param {readonly string[]} columns */
function heading(title, columns) {
  console.log(`\n${title}\n${"".padEnd(22)}${columns.map((column) => column.padStart(13)).join("")}`);
}

/** @param {string} name @param {readonly number[]} figures */
function row(name, figures) {
  const printed = figures.map((it) => (Number.isNaN(it) ? "" : it < 100 ? it.toFixed(2) : it.toFixed(0)));
  console.log(`${name.padEnd(22)}${printed.map((it) => it.padStart(13)).join("")}`);
}
