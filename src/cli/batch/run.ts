/** A batch: many inputs, an output for each. No document is kept, so memory does not grow with the pages. */
import { join } from "node:path";
import { DONE, FAILED, STOPPED, USAGE } from "../exit-codes.ts";
import type { Inputs } from "../inputs.ts";
import { type Messages, openMessages } from "../messages.ts";
import type { BatchSettings, Settings } from "../options.ts";
import { type Failure, failureOf, isFailure, readProblem } from "../problems.ts";
import { counted } from "../summary.ts";
import { version } from "../version.ts";
import { tellWarnings } from "../warnings.ts";
import type { Written } from "../work.ts";
import { hire, jobsFor } from "./crew.ts";
import { inOrder } from "./in-order.ts";
import type { Records } from "./journal.ts";
import { type Ledger, openLedger, partOf, type Tally } from "./ledger.ts";
import { lockFolder } from "./lock.ts";
import { type Planned, plan } from "./plan.ts";
import { openProgress, ratePerSecond } from "./progress.ts";
import { heedSignals, type Signal } from "./signals.ts";

/**
 * Does what `plan` says and gives the exit code.
 *
 * @param records what earlier runs have written down in the output folder
 */
export async function runBatch(
  found: Inputs,
  records: Records,
  settings: Settings,
  batch: BatchSettings,
  messages: Messages,
): Promise<number> {
  const planned = plan(found, records, batch, settings.format);
  if (isFailure(planned)) {
    messages.failure(planned);
    return USAGE;
  }
  const lock = lockFolder(batch.outDir, partOf(batch.shard));
  if (isFailure(lock)) {
    messages.failure(lock);
    return USAGE;
  }
  const ledger = openLedger(batch);
  if (isFailure(ledger)) {
    lock.release();
    messages.failure(ledger);
    return FAILED;
  }
  const { tally } = ledger;
  const start = performance.now();
  const bar = settings.quiet ? null : await openProgress(planned.length, start);
  const beside = bar ? await openMessages({ ...settings, quiet: true }, bar.say) : messages;
  for (const { name, error } of found.unmatched) {
    const failure = failureOf(error, name, readProblem);
    ledger.enterFailure(failure);
    beside.failure(failure);
  }
  const signal = await workOff(planned, settings, batch, [ledger, records], (page, result) => {
    tell(beside, page, ledger.enter(page, result));
    bar?.step(tally);
  });
  bar?.end();
  ledger.close();
  lock.release();
  const unrecorded = ledger.unrecorded();
  if (unrecorded) messages.failure(unrecorded);

  messages.summary("all", `${told(tally, batch.outDir)}; ${ratePerSecond(tally.files, start)} inputs/s`);
  const left = planned.length - tally.files;
  if (left > 0) messages.summary("stopped", `${counted(left, "input")} left; add --resume to go on`);
  return signal ? STOPPED[signal] : tally.failed > 0 ? FAILED : DONE;
}

/** Until all is done, a signal comes, or an input fails and that is to end it; the signal, if there was one. */
async function workOff(
  planned: readonly Planned[],
  settings: Settings,
  { outDir, jobs, failFast, resume }: BatchSettings,
  [{ workshop, tally }, { sealsOf }]: readonly [Ledger, Records],
  give: (page: Planned, result: Written | Failure) => void,
): Promise<Signal | null> {
  const signals = heedSignals();
  const pages = function* () {
    for (const page of planned) {
      if (signals.caught() || (failFast && tally.failed > 0)) return;
      yield page;
    }
  };
  const recipe = recipeOf(settings);
  const crew = await hire("writePage", jobs ?? jobsFor(planned.length), ({ path }) => path);
  await inOrder(
    pages(),
    ({ path, output }) => {
      const seals = resume ? sealsOf(output) : [];
      return crew.run({ path, output: join(outDir, output), workshop, seals, recipe, settings });
    },
    give,
    crew.inHand,
  );
  await crew.dismiss();
  signals.ignore();
  return signals.caught();
}

/** Settings that show in an output. */
const SHOWN = [
  "format",
  "encoding",
  "lang",
  "gapMark",
  "strict",
  "keepTypography",
  "edits",
  "explain",
  "confidence",
  "frontMatter",
] as const;

/** All that an output hangs on, but its input: the version and the settings that show in it. */
function recipeOf(settings: Settings): string {
  return JSON.stringify([version(), ...SHOWN.map((name) => settings[name])]);
}

function tell(messages: Messages, { path }: Planned, result: Written | Failure): void {
  if (isFailure(result)) messages.failure(result);
  else if (result.seal !== null) {
    tellWarnings(messages, result.warnings);
    messages.summary(path, result.summary);
  }
}

/** For example `98 pages → out; 2 inputs failed, 12 up to date, 31 warnings`. */
function told({ pages, failed, upToDate, warnings }: Tally, outDir: string): string {
  const others = [
    failed > 0 ? `${counted(failed, "input")} failed` : null,
    upToDate > 0 ? `${upToDate} up to date` : null,
    warnings > 0 ? counted(warnings, "warning") : null,
  ].filter((part) => part !== null);
  return [`${counted(pages, "page")} → ${outDir}`, ...(others.length > 0 ? [others.join(", ")] : [])].join(
    "; ",
  );
}
