/** The thread that tries cases; the one that started it looks at the clock, and takes up where a case has killed it. */
import { parentPort, workerData } from "node:worker_threads";
import { caseOf } from "./cases.ts";
import { pagesIn } from "./pages.ts";
import { tryCase } from "./try.ts";

export interface Task {
  readonly seed: number;
  readonly folders: readonly string[];
  readonly from: number;
  readonly to: number;
  /** The number of the case in hand, for who watches. */
  readonly inHand: Int32Array;
}

export type Report =
  | { readonly what: "find"; readonly n: number; readonly problem: string }
  | { readonly what: "progress"; readonly done: number; readonly counts: Counts; readonly rss: number };

/** By generator: how many cases, and how many of them were refused. */
export type Counts = Readonly<Record<string, readonly [tried: number, refused: number]>>;

/** A case repairs its page up to three times, replays it and takes it back; the limit of a second for 100 kB is for one of these. */
const WORK = 3;

const { seed, folders, from, to, inHand } = workerData as Task;
const pages = pagesIn(folders);
const counts: Record<string, [number, number]> = {};
let since = Date.now();

for (let n = from; n < to; n++) {
  const it = caseOf(seed, n, pages);
  Atomics.store(inHand, 0, n);
  counts[it.from] ??= [0, 0];
  const count = counts[it.from] as [number, number];
  count[0]++;
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  try {
    if ((await tryCase(it)) === "refused") count[1]++;
    // The machine has other work: what the clock shows and the processor has not done is none of the page's.
    const { user, system } = process.cpuUsage(cpu);
    const ms = Math.min(performance.now() - start, (user + system) / 1000);
    const size = it.bytes.length + 2 * (it.page?.length ?? 0);
    if (ms > WORK * 1000 * Math.max(1, size / 100_000))
      report({ what: "find", n, problem: `slow: ${Math.round(ms)} ms for ${size} bytes` });
  } catch (error) {
    report({
      what: "find",
      n,
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  if (Date.now() - since < 5000 && n + 1 < to) continue;
  since = Date.now();
  report({ what: "progress", done: n + 1, counts, rss: process.memoryUsage.rss() });
}

function report(message: Report): void {
  parentPort?.postMessage(message);
}
