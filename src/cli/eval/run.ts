/** `pagefix eval`: figures of documents against gold, for people who have gold of their own. */
import { existsSync, readFileSync } from "node:fs";
import {
  type Floors,
  heldTo,
  raised,
  readFloors,
  readGold,
  type ScoredPage,
  scoredSets,
  scorePage,
  toReportHtml,
  toReportJson,
  toTable,
} from "../../evaluate/index.ts";
import { InputError } from "../../page/errors.ts";
import { decode } from "../../read/decode.ts";
import { readPages } from "../../read/index.ts";
import { besideOf } from "../beside.ts";
import { DONE, FAILED, USAGE } from "../exit-codes.ts";
import { fixInput } from "../job.ts";
import { type Messages, openMessages } from "../messages.ts";
import { prepareFile, prepareOutput } from "../output.ts";
import { type Explain, failureOf, readProblem, writeProblem } from "../problems.ts";
import { counted } from "../summary.ts";
import { type Documents, findDocuments, findGold, type GoldFile } from "./find.ts";
import { type EvalSettings, readEvalArguments } from "./options.ts";

/** Gives the exit code. */
export async function evaluate(argv: readonly string[]): Promise<number> {
  const settings = readEvalArguments(argv);
  if (typeof settings === "number") return settings;
  const messages = await openMessages(settings);
  const { floors: file, documents: out } = settings;
  const floors =
    file === undefined ? null : await tried(file, messages, () => floorsIn(file, settings.raise));
  const gold = await tried(settings.gold, messages, () =>
    settings.inputs.flatMap((input) => findGold(settings.gold, input)),
  );
  if (gold === FAILURE || floors === FAILURE) return USAGE;
  const find = out === undefined ? fixNow : await tried(out, messages, () => findDocuments(out, gold));
  if (find === FAILURE) return USAGE;

  const pages: ScoredPage[] = [];
  for (const page of gold) {
    const scored = await scoreOne(page, find, messages);
    if (scored !== FAILURE) pages.push(scored);
  }
  const output = settings.output ?? "standard output";
  const written = await tried(output, messages, () => write(pages, settings), writeProblem);
  const failed = pages.filter(({ score }) => score.failed).length;
  messages.summary("all", counted(pages.length, "page") + (failed > 0 ? `, ${failed} failed` : ""));
  if (pages.length < gold.length || written === FAILURE) return USAGE;
  if (floors === null || file === undefined) return failed > 0 ? FAILED : DONE;

  const sets = scoredSets(pages);
  const held = settings.raise ? raised(floors, sets) : floors;
  if (settings.raise) prepareFile(file)(`${JSON.stringify(held, null, 2)}\n`);
  const { held: count, broken } = heldTo(held, sets);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  for (const line of broken) say(line);
  if (broken.length > 0) say(`Mend it, or lower the floor in ${file} and say there why, under "lowered".`);
  say(`floors: ${count} passed, ${broken.length} failed`);
  return broken.length > 0 ? FAILED : DONE;
}

/** @param raise a file that is not there yet begins with no floors */
function floorsIn(file: string, raise: boolean): Floors {
  if (existsSync(file)) return readFloors(readFileSync(file, "utf8"));
  if (raise) return { sets: {}, lowered: [] };
  throw new InputError("no such file", "check the name, or begin it with --raise");
}

const FAILURE = Symbol("told already");

/** What the work gives; where it fails for a reason of the user's, that is told under the name. */
async function tried<Value>(
  name: string,
  messages: Messages,
  work: () => Value | Promise<Value>,
  explain: Explain = readProblem,
): Promise<Value | typeof FAILURE> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error, name, explain);
    if (failure.stack !== null) throw error;
    messages.failure(failure);
    return FAILURE;
  }
}

type Find = (page: GoldFile) => Documents | null | Promise<Documents | null>;

/** A page whose gold cannot be read is no page; one without a document has failed. */
async function scoreOne(
  page: GoldFile,
  find: Find,
  messages: Messages,
): Promise<ScoredPage | typeof FAILURE> {
  const gold = await tried(page.path, messages, () => readGold(readFileSync(page.path, "utf8")));
  if (gold === FAILURE) return FAILURE;
  const source = await tried(page.source ?? page.page, messages, () => sourceOf(page));
  if (source === FAILURE) return FAILURE;
  const found = await tried(page.page, messages, () => find(page));
  if (found === null)
    messages.failure({
      name: page.page,
      problem: "has no document",
      advice: "run pagefix on it, with --out-dir the folder that you name here",
      stack: null,
    });
  const document = found === FAILURE ? null : found;
  return { id: gold.id, set: page.set, score: scorePage(gold, document, source) };
}

/** The text of a page as it came; of a layout file without a text beside it, its lines as they are read. */
async function sourceOf({ source, page }: GoldFile): Promise<string> {
  if (source !== null) return readFileSync(source, "utf8");
  const { text, encoding } = await decode(readFileSync(page));
  const pages = await readPages(text, { path: page, encoding, sha256: null, beside: besideOf(page) });
  return pages.map((own) => own.text.slice(own.span.start, own.span.end)).join("\n");
}

const READING = { strict: false, keepTypography: false, edits: false, validate: false };

async function fixNow({ page }: GoldFile): Promise<Documents> {
  return (await fixInput({ name: page, path: page }, READING)).documents;
}

async function write(
  pages: readonly ScoredPage[],
  { format, output, pages: each }: EvalSettings,
): Promise<void> {
  const text =
    format === "json"
      ? toReportJson(pages)
      : format === "html"
        ? await toReportHtml(pages)
        : toTable(pages, each);
  await prepareOutput(output)(text);
}
