/** What comes of the pages of a batch, counted and written down: outputs in the journal, failures as records. */
import { closeSync, openSync, writeSync } from "node:fs";
import type { BatchSettings } from "../options.ts";
import { type Failure, failureOf, isFailure, writeProblem } from "../problems.ts";
import type { Written } from "../work.ts";
import { openJournal } from "./journal.ts";
import type { Planned } from "./plan.ts";

export interface Ledger {
  /** Folder for outputs that are not whole yet. */
  readonly workshop: string;
  /** Gives the result back, or the failure to write it down. */
  readonly enter: (page: Planned, result: Written | Failure) => Written | Failure;
  readonly enterFailure: (failure: Failure) => void;
  /** Why records of failures are missing; null where none is. */
  readonly unrecorded: () => Failure | null;
  readonly tally: Tally;
  readonly close: () => void;
}

/** Counts on as pages are entered. */
export interface Tally {
  files: number;
  pages: number;
  /** Outputs that were there already. */
  upToDate: number;
  warnings: number;
  failed: number;
}

/** Name of a run among those that share an output folder. */
export function partOf(shard: BatchSettings["shard"]): string {
  return shard ? `${shard.part}-of-${shard.of}` : "all";
}

/** Or why it cannot be opened. */
export function openLedger({ outDir, shard, resume, errors }: BatchSettings): Ledger | Failure {
  const journal = attempt(outDir, () => openJournal(outDir, partOf(shard), resume));
  if (isFailure(journal)) return journal;
  const records = errors === undefined ? null : attempt(errors, () => ({ file: openSync(errors, "w") }));
  if (records !== null && isFailure(records)) return records;

  let unrecorded: Failure | null = null;
  const tally: Tally = { files: 0, pages: 0, upToDate: 0, warnings: 0, failed: 0 };
  const enterFailure = ({ name, problem, advice, stack }: Failure) => {
    tally.failed++;
    const record = { file: name, problem, advice, ...(stack !== null && { stack }) };
    if (records === null || errors === undefined) return;
    const kept = attempt(errors, () => ({ bytes: writeSync(records.file, `${JSON.stringify(record)}\n`) }));
    if (isFailure(kept)) unrecorded ??= kept;
  };
  const seal = ({ output, path }: Planned, written: Written) => {
    if (written.seal !== null) journal.add(output, path, written.seal);
    return written;
  };
  return {
    workshop: journal.workshop,
    enter: (page, result) => {
      tally.files++;
      const entered = isFailure(result) ? result : attempt(outDir, () => seal(page, result));
      if (isFailure(entered)) enterFailure(entered);
      else if (entered.seal === null) tally.upToDate++;
      else {
        tally.pages += entered.pages;
        tally.warnings += entered.warnings.length;
      }
      return entered;
    },
    enterFailure,
    unrecorded: () => unrecorded,
    tally,
    close: () => {
      journal.close();
      if (records) closeSync(records.file);
    },
  };
}

function attempt<T extends object>(name: string, write: () => T): T | Failure {
  try {
    return write();
  } catch (error) {
    return failureOf(error, name, writeProblem);
  }
}
