/** How far a batch is: a bar on a terminal, nothing elsewhere. */
import { isTerminal } from "../messages.ts";
import type { Tally } from "./ledger.ts";

export interface Progress {
  /** Says a line without breaking the bar. */
  readonly say: (line: string) => void;
  readonly step: (tally: Tally) => void;
  readonly end: () => void;
}

const FORMAT = "{bar} {value}/{total} pages, {rate} pages/s, {failed} failed, {eta_formatted} left";

/** Null where nobody would see it. */
export async function openProgress(total: number, start: number): Promise<Progress | null> {
  if (!isTerminal()) return null;
  const { default: progress } = await import("cli-progress");
  const bars = new progress.MultiBar(
    { format: FORMAT, stream: process.stderr, clearOnComplete: true },
    progress.Presets.shades_classic,
  );
  const bar = bars.create(total, 0, { rate: 0, failed: 0 });
  return {
    say: (line) => bars.log(`${line}\n`),
    step: ({ files, failed }) => bar.update(files, { rate: ratePerSecond(files, start), failed }),
    end: () => bars.stop(),
  };
}

/** @param start as `performance.now()` gave it */
export function ratePerSecond(count: number, start: number): number {
  return Math.round((count * 1000) / Math.max(1, performance.now() - start));
}
