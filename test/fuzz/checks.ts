/** What must hold of every page, as functions that throw `Broken`: section 6 of the design, fast enough for a million cases. */
import { isDeepStrictEqual } from "node:util";
import type { Document } from "../../src/page/document.ts";
import { applyEdits, undoEdits } from "../../src/page/edits.ts";
import { blockText, spansAmong } from "../../src/page/text.ts";
import type { Edit, Page, Place, Span } from "../../src/page/types.ts";
import { placeOf } from "../../src/page/view.ts";
import { isWhiteSpace, LINE_ENDS } from "../../src/read/index.ts";

export class Broken extends Error {
  override readonly name = "Broken";
}

export function hold(claim: boolean, what: string): asserts claim {
  if (!claim) throw new Broken(what);
}

const isBlank = (text: string, at: number) =>
  isWhiteSpace(text.charCodeAt(at)) || LINE_ENDS.includes(text.charAt(at)) || text[at] === "\f";

/** Lines lie in the page, in order, and begin and end with something. */
export function checkRead(page: Page): void {
  let reached = page.span.start;
  for (const { span, indent, print } of page.lines) {
    const numbers = [indent, ...(print ? [print.size, print.width, print.measure, ...print.box] : [])];
    hold(numbers.every(Number.isFinite), "lines: measures are numbers");
    hold(span.start >= reached && span.end > span.start, "lines: in order, none empty");
    reached = span.end;
  }
  hold(reached <= page.span.end, "lines: inside the page");
  hold(
    isDeepStrictEqual(
      page.blocks.map(({ id }) => id),
      page.lines.map(({ span }) => span.start),
    ),
    "lines: a block each",
  );
}

/** Conservation, provenance, replay and undo, on the page itself. */
export function checkRepaired(read: Page, repaired: Page, log: readonly Edit[]): void {
  const pieces = repaired.blocks.flatMap((block) => block.pieces);
  checkCover(read.text, read.span, pieces, "conservation");
  const say = sayer(read.text, log);
  for (const block of repaired.blocks)
    hold(
      blockText(repaired, block) === say(block.pieces),
      "provenance: a block says what its pieces and the log say",
    );
  for (const edit of log) {
    if (edit.kind !== "replace") continue;
    hold(
      edit.was === read.text.slice(edit.span.start, edit.span.end),
      "log: a replacement says what was there",
    );
    hold(
      edit.text !== "" || isDroppable(edit.was, edit.reason),
      "log: what is dropped is a space, a repeat, a hyphen, a rule, ruby or the frame of a label",
    );
  }
  hold(isDeepStrictEqual(applyEdits(read, log).blocks, repaired.blocks), "replay: gives the blocks");
  hold(isDeepStrictEqual(applyEdits(read, log).changes, repaired.changes), "replay: gives the changes");
  const undone = undoEdits(repaired, log);
  hold(
    isDeepStrictEqual(undone.blocks, read.blocks) && undone.changes.length === 0,
    "undo: gives the page as read",
  );
}

const DROPPED = ["control-character", "overlap", "hyphen", "column-rule", "label-frame", "ruby"];

function isDroppable(was: string, reason: string): boolean {
  return DROPPED.includes(reason) || [...was].every((character) => isBlank(character, 0));
}

/** Each place that is not blank lies in one span, none in two. */
function checkCover(text: string, { start, end }: Span, spans: readonly Span[], what: string): void {
  let at = start;
  const skip = (to: number) => {
    for (; at < to; at++) hold(isBlank(text, at), `${what}: a character is lost`);
  };
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    hold(span.start >= at, `${what}: a character stands in two texts`);
    hold(span.end > span.start, `${what}: a span is empty`);
    skip(span.start);
    at = span.end;
  }
  hold(at <= end, `${what}: a span ends behind the page`);
  skip(end);
}

/** What pieces say by the log, read without the code that carries it out. */
function sayer(text: string, log: readonly Edit[]): (spans: readonly Span[]) => string {
  const replaced = new Map<number, { readonly text: string; readonly end: number }>();
  const glue = new Map<number, string>();
  for (const edit of log)
    if (edit.kind === "replace") replaced.set(edit.span.start, { text: edit.text, end: edit.span.end });
    else if (edit.kind === "join") glue.set(edit.head, edit.seam.glue);
  const starts = [...replaced.keys()].sort((a, b) => a - b);
  const say = ({ start, end }: Span) => {
    let [said, at] = ["", start];
    for (let i = firstFrom(starts, start); i < starts.length && (starts[i] as number) < end; i++) {
      const from = starts[i] as number;
      const by = replaced.get(from) as { text: string; end: number };
      said += text.slice(at, from) + by.text;
      at = by.end;
    }
    return said + text.slice(at, Math.max(at, end));
  };
  return (spans) =>
    spans.map((span, i) => (i === 0 ? "" : (glue.get(span.start) ?? "")) + say(span)).join("");
}

function firstFrom(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Conservation, provenance and places, on the document and the page in the places of the input. */
export function checkDocument(placed: Page, log: readonly Edit[], document: Document): void {
  const texts = textsOf(document);
  if (placed.lines.some((line) => placeOf(line)))
    checkPlaces(
      placed,
      texts.flatMap(({ origins }) => origins),
      log,
    );
  else {
    checkSpans(placed, document);
    const say = sayer(placed.text, log);
    for (const { text, origins, exact } of texts) {
      const said = say(spansAmong(origins));
      hold(
        exact ? said === text : bare(said) === bare(text),
        "document: a text says what its spans and the log say",
      );
    }
  }
  const whole = !HALF.test(placed.text);
  for (const { text } of texts) hold(!whole || !HALF.test(text), "document: a character is cut in half");
  const ids = new Set(document.articles.map(({ id }) => id));
  hold(ids.size === document.articles.length, "document: two articles have one id");
  for (const { article, span } of document.warnings) {
    hold(article === null || ids.has(article), "warnings: name an article there is");
    if (span && "start" in span)
      hold(
        placed.span.start <= span.start && span.start <= span.end && span.end <= placed.span.end,
        "warnings: stand inside the page",
      );
  }
  for (const { text, seams = [] } of document.articles.flatMap(({ body }) => body))
    for (const { at, confidence } of seams)
      hold(
        at >= 0 && at <= text.length && confidence >= 0 && confidence <= 1,
        "seams: stand inside their text",
      );
}

const HALF = /\p{Surrogate}/u;

const bare = (text: string) => text.replace(/[\s\u200b\ufeff\u0085]/gu, "");

/** Every line of a layout file is named by some text; one of ruby by the log, whole. */
function checkPlaces(
  placed: Page,
  origins: ReturnType<typeof textsOf>[number]["origins"],
  log: readonly Edit[],
): void {
  const named = ({ id, box }: Place) => `${id} ${box.join()}`;
  const told = new Set(origins.map((origin) => ("box" in origin ? named(origin) : "")));
  const ruby = new Set(
    log.flatMap((edit) =>
      edit.kind === "replace" && edit.reason === "ruby" ? [`${edit.span.start} ${edit.span.end}`] : [],
    ),
  );
  for (const line of placed.lines) {
    const { print, span } = line;
    const place = placeOf(line);
    hold(
      print?.ruby ? ruby.has(`${span.start} ${span.end}`) : place !== undefined && told.has(named(place)),
      "document: a line is lost",
    );
  }
}

/** Each place of a text that is not blank lies in one span of its document, none in two. */
export function checkSpans(page: Pick<Page, "text" | "span">, document: Document): void {
  checkCover(
    page.text,
    page.span,
    textsOf(document).flatMap(({ origins }) => spansAmong(origins)),
    "document",
  );
}

function textsOf({ articles, furniture }: Document) {
  const parts = articles.flatMap(({ spans, byline, body, captions, ...heads }) => [
    ...(["section", "kicker", "title", "subtitle"] as const).map((role) => ({
      text: heads[role] ?? "",
      origins: spans[role] ?? [],
      exact: false,
    })),
    ...(byline ? [{ text: byline.text, origins: byline.spans, exact: false }] : []),
    ...body.map(({ text, spans: origins }) => ({ text, origins, exact: true })),
    ...captions.map(({ text, credit, spans: origins }) => ({
      text: text + (credit ?? ""),
      origins,
      exact: false,
    })),
  ]);
  return [...parts, ...furniture.map(({ text, spans: origins }) => ({ text, origins, exact: true }))];
}
