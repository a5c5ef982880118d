/** Tries a case: what pagefix does with its bytes, and whether all holds that must hold. */
import { isDeepStrictEqual } from "node:util";
import { fixFile, undoEdit } from "../../src/api.ts";
import { assemble } from "../../src/assemble.ts";
import { readDocuments } from "../../src/cli/decisions/documents.ts";
import { answerTo } from "../../src/cli/stream/answer.ts";
import { readGold, scorePage } from "../../src/evaluate/index.ts";
import { repair } from "../../src/fix.ts";
import { decode, readDecisions, toHtml, toJson, toMarkdown, toNdjson, toText } from "../../src/index.ts";
import { decisionsOf } from "../../src/page/decisions-of.ts";
import type { Document } from "../../src/page/document.ts";
import { InputError } from "../../src/page/errors.ts";
import { foldBack, foldForth } from "../../src/page/fold.ts";
import { formatOf, readPages } from "../../src/read/index.ts";
import { type Random, randomFrom } from "../../src/training/random.ts";
import { violation } from "../../src/write/schema.ts";
import type { Case } from "./cases.ts";
import { checkDocument, checkRead, checkRepaired, checkSpans, hold } from "./checks.ts";
import { mutatedJson } from "./make/mutate.ts";

/**
 * @returns whether the input was turned down, by an error that says why
 * @throws Broken where an invariant does not hold; whatever pagefix throws but should not
 */
export async function tryCase(it: Case): Promise<"read" | "refused"> {
  try {
    await TRIES[it.kind](it, randomFrom(it.seed));
    return "read";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    hold(error.problem !== "" && error.advice !== "", "errors: say what is wrong, and what to do");
    return "refused";
  }
}

const TRIES: { readonly [kind in Case["kind"]]: (it: Case, random: Random) => Promise<void> } = {
  page: tryPage,
  decisions: tryDecisions,
  gold: tryGold,
  document: tryDocument,
  stream: tryStream,
};

/** Checks that cost as much as the rest together are made on one case in so many. */
const SELDOM = 16;

async function tryPage(
  { bytes, encoding, strict = false, format, ...options }: Case,
  random: Random,
): Promise<void> {
  const before = Uint8Array.from(bytes);
  const decoded = await decode(bytes, { strict, ...(encoding !== undefined && { encoding }) });
  hold(isDeepStrictEqual(before, Uint8Array.from(bytes)), "decoding leaves the bytes alone");
  formatOf(decoded.text);
  const source = { path: null, sha256: null, encoding: decoded.encoding, strict, ...(format && { format }) };
  const pages = await readPages(decoded.text, source);
  const { gapMark = "[…]", keepTypography = false } = options;
  const seldom = random.below(SELDOM) === 0;
  const documents = pages.map((page) => {
    checkRead(page);
    const made = repair(page, { gapMark, keepTypography, explain: seldom });
    checkRepaired(page, made.page, made.log);
    const placed = foldBack(made);
    hold(isDeepStrictEqual(foldForth(page, placed.log), made.log), "fold: there and back");
    const document = { ...assemble(placed.page, placed.log), choices: placed.choices };
    checkDocument(placed.page, placed.log, document);
    return document;
  });
  if (!seldom) return;
  const again = await fixFile(decoded, {
    strict,
    gapMark,
    keepTypography,
    explain: true,
    ...(format && { format }),
  });
  hold(
    isDeepStrictEqual(
      again.map((document) => ({ ...document, warnings: [] })),
      documents.map((document) => ({ ...document, warnings: [] })),
    ),
    "determinism: the same bytes give the same documents",
  );
  await checkWriters(again, decoded.text);
  await checkUndo(decoded.text, again, format ?? formatOf(decoded.text), random);
}

async function checkWriters(documents: readonly Document[], text: string): Promise<void> {
  const kept = toJson(documents);
  const back = JSON.parse(kept);
  hold(kept === toJson(documents.length === 1 ? [back] : back), "JSON: comes back as it was");
  hold(toNdjson(documents).trimEnd().split("\n").length === documents.length, "NDJSON: a line a page");
  toText(documents);
  await toMarkdown(documents);
  const html = await toHtml(documents.map((document) => ({ document, text })));
  hold(html.split("</script").length === (await emptyReview()), "HTML: no text ends a script");
  for (const document of documents) hold(violation(document) === null, `schema: ${violation(document)}`);
}

let scripts: number | undefined;
async function emptyReview(): Promise<number> {
  if (scripts === undefined) {
    const [document] = await fixFile("江边的书房开门了。");
    scripts = (await toHtml([{ document: document as Document, text: "江边的书房开门了。" }])).split(
      "</script",
    ).length;
  }
  return scripts;
}

/** Any edit can be taken back by itself. */
async function checkUndo(
  text: string,
  documents: readonly Document[],
  format: string,
  random: Random,
): Promise<void> {
  const page = random.below(documents.length);
  const document = documents[page] as Document;
  if (document.edits.length === 0) return;
  const n = random.below(document.edits.length);
  const made = { ...document, source: { ...document.source, format } };
  const { document: undone } = await undoEdit(text, made, n, page);
  hold(violation(undone) === null, "undo: gives a document");
  if (format === "text") await checkConserved(text, documents.with(page, undone));
}

/** Of documents that were made another way: all of the text is there. */
async function checkConserved(text: string, documents: readonly Document[]): Promise<void> {
  const pages = await readPages(text, { path: null, sha256: null, encoding: "utf-8", format: "text" });
  pages.forEach(({ folded, ...page }, i) => {
    checkSpans(folded ?? page, documents[i] as Document);
  });
}

async function tryDecisions({ bytes, page = "" }: Case): Promise<void> {
  const decisions = readDecisions(new TextDecoder().decode(bytes));
  const documents = await fixFile(page, { format: "text", decisions, explain: true });
  for (const document of documents) hold(violation(document) === null, `schema: ${violation(document)}`);
  await checkConserved(page, documents);
  const list = decisionsOf(documents[0] as Document);
  readDecisions(JSON.stringify(list));
}

async function tryGold({ bytes, page = "" }: Case): Promise<void> {
  const gold = readGold(new TextDecoder().decode(bytes));
  const documents = await fixFile(page, { format: "text" });
  const score = scorePage(gold, documents, page);
  JSON.stringify(score, (key, value) => {
    if (typeof value === "number") hold(Number.isFinite(value), `gold: ${key} is no number`);
    return value;
  });
}

/** What `undo` and `decisions` read again. */
async function tryDocument({ page = "" }: Case, random: Random): Promise<void> {
  const made = await fixFile(page, { format: "text", explain: true });
  const text = toJson(made);
  // About one change: the schema turns down nearly all.
  const value = mutatedJson(JSON.parse(text), random, 10 / text.length);
  const [document] = await readDocuments(JSON.stringify(value));
  if (!document) return;
  decisionsOf(document);
  try {
    await undoEdit(page, document, random.below(document.edits.length + 1));
  } catch (error) {
    if (!isAboutLog(error)) throw error;
  }
}

/** Undo says so where a log was not made on the page; other errors of ranges are bugs. */
function isAboutLog(error: unknown): boolean {
  return error instanceof RangeError && /\b(?:edits?|block|page)\b/.test(error.message);
}

const READING = { strict: false, keepTypography: false, edits: true, validate: false, explain: false };

async function tryStream({ bytes }: Case): Promise<void> {
  const line = new TextDecoder().decode(bytes);
  const answer = await answerTo(line, 1, READING as never);
  hold(answer.endsWith("\n") && answer.indexOf("\n") === answer.length - 1, "stream: a line answers a line");
  const value = JSON.parse(answer);
  hold("documents" in value || "error" in value, "stream: an answer or an error");
  if ("error" in value) hold(!/internal error/.test(value.error.problem), `stream: ${value.error.problem}`);
}
