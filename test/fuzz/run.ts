/**
 * `npm run fuzz -- --seconds N --seed S`: tries cases until the time, or their number, is over, and keeps those that fail in
 * `.fuzz/finds`. `--pages FOLDER` names pages beside those of fixtures, which alone are taken with `--fixtures`. `--case N`
 * tries one again, by its number; `--small` makes what fails as small as it still fails.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { type Case, caseOf } from "./cases.ts";
import { BENCH, FIXTURES, pagesIn } from "./pages.ts";
import { smaller } from "./smaller.ts";
import { tryCase } from "./try.ts";
import type { Counts, Report, Task } from "./worker.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string" },
    cases: { type: "string", default: "1000000000" },
    from: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    case: { type: "string" },
    fixtures: { type: "boolean", default: false },
    pages: { type: "string", default: BENCH },
    small: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed);
const folders = values.fixtures ? [FIXTURES] : [FIXTURES, values.pages];
const FINDS = ".fuzz/finds";
/** In MB; a page of a newspaper takes a tenth of it. */
const MEMORY = 1500;
/** A case that takes so long, in ms, hangs. */
const HANG = 120_000;

if (values.case !== undefined) await again(Number(values.case));
else await fuzz();

async function again(n: number): Promise<void> {
  const it = caseOf(seed, n, pagesIn(folders));
  try {
    console.log(await tryCase(it));
  } catch (error) {
    console.log(error);
    keep(values.small ? await smaller(it, error as Error) : it, n);
    process.exitCode = 1;
  }
}

async function fuzz(): Promise<void> {
  const end =
    values.seconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + 1000 * Number(values.seconds);
  const first = Number(values.from);
  const to = first + Number(values.cases);
  const totals: Record<string, [number, number]> = {};
  let [next, rss] = [first, 0];
  const kinds = new Map<string, number[]>();
  while (next < to && Date.now() < end) {
    const from = next;
    const inHand = new Int32Array(new SharedArrayBuffer(4));
    inHand[0] = from;
    const worker = new Worker(new URL("./worker.js", import.meta.url), {
      workerData: { seed, folders, from, to, inHand } satisfies Task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: 64 },
    });
    let counts: Counts = {};
    let [seen, since] = [from, Date.now()];
    const found = (n: number, problem: string) => {
      const kind = problem.replaceAll(/\d+/g, "N").split("\n").slice(0, 3).join("\n");
      const own = kinds.get(kind) ?? [];
      kinds.set(kind, [...own, n]);
      if (own.length >= 3) return;
      console.log(`case ${n} of seed ${seed}: ${problem.split("\n").slice(0, 6).join("\n")}`);
      keep(caseOf(seed, n, pagesIn(folders)), n);
    };
    const clock = setInterval(() => {
      if (Date.now() > end) void worker.terminate();
      if (inHand[0] !== seen) [seen, since] = [inHand[0] as number, Date.now()];
      else if (Date.now() - since > HANG) void worker.terminate();
    }, 500);
    worker.on("message", (report: Report) => {
      if (report.what === "find") return found(report.n, report.problem);
      counts = report.counts;
      next = report.done;
      rss = Math.max(rss, report.rss);
      if (report.done % 20 === 0) console.log(`${report.done} cases, ${Math.round(report.rss / 1e6)} MB`);
    });
    const died = await new Promise<string | null>((done) => {
      worker.on("error", (error) => done(String(error)));
      worker.on("exit", () => done(null));
    });
    clearInterval(clock);
    const last = inHand[0] as number;
    if (died !== null) found(last, died);
    else if (last + 1 < to && Date.now() < end) found(last, `hangs for ${HANG} ms`);
    next = last + 1;
    for (const [name, [tried, refused]] of Object.entries(counts)) {
      totals[name] ??= [0, 0];
      const total = totals[name];
      total[0] += tried;
      total[1] += refused;
    }
  }
  for (const [name, [tried, refused]] of Object.entries(totals).sort())
    console.log(`${name}: ${tried} tried, ${refused} refused`);
  const finds = [...kinds.values()].reduce((sum, own) => sum + own.length, 0);
  console.log(
    `seed ${seed}: cases ${first} to ${next - 1}, ${finds} finds of ${kinds.size} kinds, ${Math.round(rss / 1e6)} MB at most`,
  );
  process.exitCode = finds === 0 ? 0 : 1;
}

function keep({ bytes, ...it }: Case, n: number): void {
  mkdirSync(FINDS, { recursive: true });
  writeFileSync(`${FINDS}/${seed}-${n}.bytes`, bytes);
  writeFileSync(`${FINDS}/${seed}-${n}.json`, `${JSON.stringify(it, null, 2)}\n`);
}
