/** The right half: the articles, unit by unit, with their seams as buttons. */
import type { Document } from "../../page/document.ts";
import type { Choice, Role } from "../../page/types.ts";
import { seamButton } from "./source.ts";
import { html, type Markup } from "./template.ts";
import { type ArticleUnits, type DocumentUnits, isBoxed, type Unit } from "./units.ts";

export function articleColumn(document: Document, units: DocumentUnits, prefix: string): Markup {
  const open = openEnds(document.choices ?? []);
  const show = (unit: Unit) => shown(unit, document, open, prefix);
  return html`${units.articles.map(
    (article) =>
      html`<article id="${anchorOf(article, prefix)}" class="${article.kind}" aria-label="${article.title}">${article.units.map(show)}</article>`,
  )}${units.furniture.length > 0 && html`<section class="furniture" aria-label="Furniture"><h3 class="quiet">Furniture: masthead, folio, editors</h3>${units.furniture.map(show)}</section>`}`;
}

/** The address of an article in the sheet. */
export function anchorOf({ id }: ArticleUnits, prefix: string): string {
  return `${prefix}${id}`;
}

/** Choices that left a tail open, by the offset where it ends. */
function openEnds(choices: readonly Choice[]): ReadonlyMap<number, number> {
  return new Map(
    choices.flatMap(({ decided, tail }, i) => (decided === "apart" && tail ? [[tail.end, i] as const] : [])),
  );
}

const TAGS: { readonly [role in Role]?: "h3" | "h4" } = { title: "h3", subhead: "h4" };

function shown(unit: Unit, document: Document, open: ReadonlyMap<number, number>, prefix: string): Markup {
  const last = unit.places.at(-1);
  const end = last && !isBoxed(last) ? open.get(last.end) : undefined;
  const choice = end === undefined ? undefined : document.choices?.[end];
  const parts: Markup[] = [];
  let from = 0;
  for (const { at, choice: index, kind } of unit.seams) {
    parts.push(html`${unit.text.slice(from, at)}`);
    const why = index === null ? undefined : document.choices?.[index];
    parts.push(
      why
        ? seamButton(why, `${prefix}${index}`, "r")
        : html`<span class="seam ${kind}" aria-hidden="true">┃</span>`,
    );
    from = at;
  }
  const text = html`${parts}${unit.text.slice(from)}${unit.credit && html` <em>${unit.credit}</em>`}${choice && seamButton(choice, `${prefix}${end}`, "r")}`;
  const attributes = html`class="u ${unit.role}${unit.moved && " moved"}" data-u="${unit.id}" id="${`u${unit.id}`}" tabindex="-1"`;
  switch (TAGS[unit.role]) {
    case "h3":
      return html`<h3 ${attributes}>${text}</h3>`;
    case "h4":
      return html`<h4 ${attributes}>${text}</h4>`;
    default:
      return html`<p ${attributes}>${text}</p>`;
  }
}
