/**
 * The review: one file of HTML for a page or for several, which loads nothing. On the left the page as it came, on the right its
 * articles; what is looked at on one side lights up on the other. Corrections are clicked and saved as a file of decisions.
 */
import type { Decisions } from "../../page/decisions.ts";
import type { Document } from "../../page/document.ts";
import { inWords } from "../terms.ts";
import { anchorOf, articleColumn } from "./articles.ts";
import { boxDrawing, type Scan } from "./boxes.ts";
import { type PlaceToCheck, placesToCheck } from "./places.ts";
import { SCRIPT } from "./script/index.ts";
import { sheet } from "./sheet.ts";
import { sourceText } from "./source.ts";
import { STYLE } from "./style.ts";
import { html, type Markup, markup } from "./template.ts";
import { type DocumentUnits, unitsOf } from "./units.ts";

export type { Scan } from "./boxes.ts";

/** A page of a review. */
export interface ReviewPage {
  /** With its edits and choices (`explain`), or little is marked. */
  readonly document: Document;
  /** The decoded input, which the offsets of the document count in. */
  readonly text: string;
  /** Decisions that were honoured: they are saved again with new ones. */
  readonly decisions?: Decisions;
  /** Shown behind the boxes of a layout file. */
  readonly scan?: Scan;
}

interface Prepared extends ReviewPage {
  /** Begins all ids of the page. */
  readonly prefix: string;
  readonly units: DocumentUnits;
  readonly places: readonly PlaceToCheck[];
  readonly name: string;
  /** What part of the text it is. */
  readonly span: { readonly start: number; readonly end: number };
}

/** One sheet of all pages. */
export async function toHtml(pages: readonly ReviewPage[]): Promise<string> {
  const prepared = pages.map((page, i) => prepare(page, i, pages));
  const [first] = prepared;
  const title = prepared.length === 1 && first ? first.name : `${prepared.length} pages`;
  const count = prepared.reduce((sum, { places }) => sum + places.length, 0);
  const body = html`
<header class="bar">
<h1>${title}</h1>
<div class="tools" role="toolbar" aria-label="Review">
<button type="button" id="previous" title="p">‹ Previous</button><span id="where" aria-live="polite">${count} to check</span><button type="button" id="next" title="n">Next ›</button>
<button type="button" id="save" title="s" disabled>Save decisions</button>
<button type="button" id="help" aria-expanded="false" aria-controls="keys" title="?">Keys</button>
</div>
<div id="keys" hidden><p><kbd>n</kbd> <kbd>p</kbd> next and previous place to check · <kbd>j</kbd> <kbd>k</kbd> next and previous text · <kbd>o</kbd> its other half · <kbd>1</kbd> join <kbd>2</kbd> keep apart <kbd>3</kbd> text is missing · <kbd>s</kbd> save decisions · <kbd>Esc</kbd> back to the text</p></div>
</header>
<div class="desk">
<nav class="side" aria-label="Contents">${checkList(prepared)}${index(prepared)}</nav>
<main>${prepared.map(pageSection)}</main>
<aside class="why" aria-label="Why"><div id="why" aria-live="polite"><h2>Why</h2><p class="quiet">Choose a mark (┃ joined, ¶ left apart, … text is missing) or a text to see why it is so, and to decide otherwise.</p></div></aside>
</div>
<p id="done" class="toast" role="status"></p>`;
  return markup(
    await sheet({
      title: `${title} – pagefix`,
      lang: "en",
      style: STYLE,
      script: SCRIPT,
      data: dataOf(prepared),
      body,
    }),
  );
}

function prepare(page: ReviewPage, i: number, pages: readonly ReviewPage[]): Prepared {
  const prefix = `p${i}-`;
  const { path } = page.document.source;
  const alike = pages.filter((it) => it.document.source.path === path);
  const number = alike.length > 1 ? ` (page ${alike.indexOf(page) + 1})` : "";
  return {
    ...page,
    prefix,
    units: unitsOf(page.document, prefix),
    places: placesToCheck(page.document, prefix),
    name: `${path ?? "standard input"}${number}`,
    span: spanOf(page.text, alike.indexOf(page), alike.length),
  };
}

/** Of an input with form feeds each page has its part: the so manyth that holds something. */
function spanOf(text: string, nth: number, count: number): { start: number; end: number } {
  if (count === 1) return { start: 0, end: text.length };
  let start = 0;
  const parts = text.split("\f").map((part) => {
    const own = { start, end: start + part.length, blank: part.trim() === "" };
    start = own.end + 1;
    return own;
  });
  return parts.filter(({ blank }) => !blank)[nth] ?? { start: 0, end: text.length };
}

function pageSection(
  { document, text, units, places, prefix, name, span, scan }: Prepared,
  _: number,
  all: readonly unknown[],
): Markup {
  const { lang } = document.source;
  const drawing = boxDrawing(units, scan ?? null);
  const source = sourceText(text, span, document, units, places, prefix);
  return html`<section class="page" aria-label="${name}" data-page="${prefix}">${all.length > 1 && html`<h2 class="name">${name}</h2>`}
<section class="source" aria-label="${`The page as it came: ${name}`}" tabindex="0"><h2 class="quiet">As it came</h2>${drawing ?? html`<div class="raw" lang="${lang}">${source}</div>`}</section>
<section class="articles" aria-label="${`Articles: ${name}`}" tabindex="0"><h2 class="quiet">Articles</h2><div lang="${lang}">${articleColumn(document, units, prefix)}</div></section>
</section>`;
}

function checkList(pages: readonly Prepared[]): Markup {
  const places = pages.flatMap((page) => page.places);
  return html`<h2>To check (${places.length})</h2>${
    places.length === 0
      ? html`<p class="quiet">Nothing: no warning, and no decision near even odds.</p>`
      : html`<ol id="check">${places.map(
          ({ id, kind, says, choice, at }) =>
            html`<li><a href="${`#f${id}`}" class="${kind}" data-place="${id}"${choice !== null && html` data-choice="${`${id.split("-")[0]}-${choice}`}"`}${at === null && html` data-nowhere`}><strong>${kind}</strong> ${says}</a></li>`,
        )}</ol>`
  }`;
}

/** From so many articles on a list is looked through by typing. */
const MANY = 20;

function index(pages: readonly Prepared[]): Markup {
  const count = pages.reduce((sum, { units }) => sum + units.articles.length, 0);
  return html`<h2>Articles (${count})</h2>${count >= MANY && html`<label class="filter">Find <input type="search" id="filter" autocomplete="off"></label>`}${pages.map(
    ({ units, prefix, name, document }) =>
      html`<div class="list">${pages.length > 1 && html`<h3>${name}</h3>`}<ol lang="${document.source.lang}">${units.articles.map(
        (article) => html`<li><a href="${`#${anchorOf(article, prefix)}`}">${article.title}</a></li>`,
      )}</ol></div>`,
  )}`;
}

/** What the script needs of each page: choices with their terms, units, and the decisions made before. */
function dataOf(pages: readonly Prepared[]): unknown {
  return pages.map(({ document: { source, choices = [] }, units, prefix, decisions, name }) => ({
    prefix,
    name,
    source: { path: source.path, sha256: source.sha256 },
    decisions: decisions?.decisions ?? [],
    choices: choices.map(({ evidence, ...choice }) => ({
      ...choice,
      evidence: evidence.map((term) => [inWords(term.name), Math.round(100 * term.weight) / 100, term.name]),
    })),
    articles: units.articles.map(({ title, units: own }) => ({ title, units: own.map(({ id }) => id) })),
    units: Object.fromEntries(
      [...units.articles.flatMap((article) => article.units), ...units.furniture].map(
        ({ id, role, places }) => [id, { role, places }],
      ),
    ),
  }));
}
