/** The left half: the text as it came, each stretch tied to its unit, with what was dropped, replaced and joined marked in it. */
import type { Document } from "../../page/document.ts";
import { beginningOf, endingOf } from "../../page/snippet.ts";
import type { Choice, ReplaceEdit } from "../../page/types.ts";
import type { PlaceToCheck } from "./places.ts";
import { DECIDED, percent, SURE } from "./places.ts";
import { html, type Markup } from "./template.ts";
import { type DocumentUnits, isBoxed, type Unit } from "./units.ts";

/** A stretch of the text that belongs to a unit, or to a replacement. */
interface Stretch<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** What stands at an offset, between characters. */
interface Mark {
  readonly at: number;
  readonly markup: Markup;
}

/** @param span what part of the text the page is; boxes are drawn elsewhere */
export function sourceText(
  text: string,
  span: { readonly start: number; readonly end: number },
  document: Document,
  { articles, furniture }: DocumentUnits,
  places: readonly PlaceToCheck[],
  prefix: string,
): Markup {
  const units = [...articles.flatMap((article) => article.units), ...furniture];
  const owned = sorted(
    units.flatMap((unit) =>
      unit.places.flatMap((place): Stretch<Unit>[] => (isBoxed(place) ? [] : [{ ...place, value: unit }])),
    ),
  );
  const replaced = sorted(
    document.edits.flatMap((edit): Stretch<ReplaceEdit>[] =>
      edit.kind === "replace" ? [{ ...edit.span, value: edit }] : [],
    ),
  );
  const marks = [...seamMarks(document.choices ?? [], prefix), ...placeMarks(places)].sort(
    (a, b) => a.at - b.at,
  );
  const cuts = new Set([span.start, span.end]);
  for (const { start, end } of [...owned, ...replaced]) cuts.add(start).add(end);
  for (const { at } of marks) cuts.add(at);
  const ends = [...cuts].filter((at) => span.start <= at && at <= span.end).sort((a, b) => a - b);

  const parts: Markup[] = [];
  let [unit, change, mark] = [0, 0, 0];
  for (let i = 0; i < ends.length; i++) {
    const [from, to] = [ends[i] as number, ends[i + 1]];
    for (; mark < marks.length && (marks[mark] as Mark).at <= from; mark++)
      parts.push((marks[mark] as Mark).markup);
    if (to === undefined) break;
    while (unit < owned.length && (owned[unit] as Stretch<Unit>).end <= from) unit++;
    while (change < replaced.length && (replaced[change] as Stretch<ReplaceEdit>).end <= from) change++;
    const own = holding(owned[unit], from);
    const edit = holding(replaced[change], from);
    parts.push(stretch(text.slice(from, to), own, edit));
  }
  return html`${parts}`;
}

function stretch(text: string, unit: Unit | null, edit: ReplaceEdit | null): Markup {
  const said =
    edit === null
      ? html`${text}`
      : edit.text === ""
        ? html`<del title="${`dropped: ${edit.reason}`}">${text}</del>`
        : html`<span class="rep" title="${`reads ${edit.text} (${edit.reason})`}">${text}</span>`;
  if (unit === null) return said;
  const moved = unit.moved ? " moved" : "";
  return html`<span class="s ${unit.role}${moved}" data-u="${unit.id}"${unit.moved && html` title="moved: it stands behind text that followed it"`}>${said}</span>`;
}

/** Where a tail ends, on the left too. */
function seamMarks(choices: readonly Choice[], prefix: string): Mark[] {
  return choices.flatMap((choice, i) =>
    choice.tail === null || (choice.decided === "apart" && choice.probability >= SURE)
      ? []
      : [{ at: choice.tail.end, markup: seamButton(choice, `${prefix}${i}`, "l") }],
  );
}

const SIGN: Readonly<Record<string, string>> = { joined: "┃", apart: "¶", gap: "…" };

/** A seam as a button that shows why. @param side tells the two halves apart */
export function seamButton(
  { decided, probability, tail, head }: Choice,
  id: string,
  side: "l" | "r",
): Markup {
  const sure = probability < SURE ? " unsure" : "";
  const said = `${DECIDED[decided] ?? decided}, ${percent(probability)}`;
  const between = `${endingOf(tail?.text ?? "", 6)} and ${beginningOf(head.text, 6)}`;
  return html`<button type="button" class="seam ${decided}${sure}" data-c="${id}" id="${`c${id}${side}`}" aria-label="${`${between}: ${said}`}" title="${said}">${SIGN[decided] ?? "┃"}</button>`;
}

function placeMarks(places: readonly PlaceToCheck[]): Mark[] {
  return places.flatMap(({ at, id, kind, says }) =>
    at === null
      ? []
      : [
          {
            at,
            markup: html`<span class="flag" id="${`f${id}`}" tabindex="-1" role="img" aria-label="${`${kind}: ${says}`}">⚑</span>`,
          },
        ],
  );
}

function sorted<Value>(stretches: readonly Stretch<Value>[]): Stretch<Value>[] {
  return stretches.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}

function holding<Value>(stretch: Stretch<Value> | undefined, at: number): Value | null {
  return stretch && stretch.start <= at && at < stretch.end ? stretch.value : null;
}
