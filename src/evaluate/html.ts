/** The report of an evaluation as a page: sets on top, pages below, the worst first. */

import { sheet } from "../write/html/sheet.ts";
import { html, type Markup, markup } from "../write/html/template.ts";
import { MEANING, MEASURES } from "./figures.ts";
import { type ScoredPage, scoredSets, shown, worstFirst } from "./report.ts";

const COLUMNS = ["pages", "failed", ...MEASURES] as const;

export async function toReportHtml(pages: readonly ScoredPage[]): Promise<string> {
  const sets = scoredSets(pages);
  const worst = worstFirst(pages);
  const meaning = (column: (typeof COLUMNS)[number]) =>
    column === "pages"
      ? "pages with gold"
      : column === "failed"
        ? "pages without a document"
        : MEANING[column];
  const head = (first: readonly string[]) => html`<thead><tr>
    ${first.map((name) => html`<th scope="col">${name}</th>`)}
    ${COLUMNS.map((column) => html`<th scope="col"><abbr title="${meaning(column)}">${column}</abbr></th>`)}
  </tr></thead>`;
  const body: Markup = html`
<header><h1>Evaluation</h1><p>${pages.length} pages. Percent; – where gold has nothing to say. <code>gap_fp</code> and the first two columns are numbers.</p></header>
<main>
<section aria-labelledby="sets"><h2 id="sets">Sets</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="sets"><table>
  ${head(["set"])}
  <tbody>${sets.map(({ name, figures }) => html`<tr><th scope="row">${name}</th>${COLUMNS.map((column) => html`<td>${shown(column, figures)}</td>`)}</tr>`)}</tbody>
</table></div></section>
<section aria-labelledby="pages"><h2 id="pages">Pages, the worst first</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="pages"><table>
  ${head(["page", "set"])}
  <tbody>${worst.map(({ id, set, figures }) => html`<tr class="${(figures.score ?? 1) < 0.7 ? "poor" : ""}"><th scope="row">${id}</th><td class="name">${set}</td>${COLUMNS.map((column) => html`<td>${shown(column, figures)}</td>`)}</tr>`)}</tbody>
</table></div></section>
<section aria-labelledby="meaning"><h2 id="meaning">What the figures say</h2><dl>${MEASURES.map((measure) => html`<dt><code>${measure}</code></dt><dd>${MEANING[measure]}</dd>`)}</dl></section>
</main>`;
  return markup(await sheet({ title: "Evaluation", lang: "en", style: STYLE, body }));
}

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b1b1f, #e8e6e3); --paper: light-dark(#fff, #16171a);
  --line: light-dark(#d5d5da, #3a3c42); --soft: light-dark(#f3f3f6, #222429); --poor: light-dark(#a3201d, #ff9d94); }
body { margin: 0 auto; max-width: 110rem; padding: 1rem 1.5rem 4rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
th[scope=row], .name, thead th:first-child { text-align: left; font-weight: 500; }
thead th { position: sticky; top: 0; background: var(--soft); font-weight: 600; }
tr.poor > * { color: var(--poor); }
abbr { text-decoration: none; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dd { margin: 0; }
`;
