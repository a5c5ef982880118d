/** The chain of roles, fitted to composed pages. */

import { isBylineAlone, tableOf } from "../language/index.ts";
import { bestLabels } from "../model/chain.ts";
import type { LanguageModel } from "../model/ngram.ts";
import { type ChainRole, emissionsOf, type RoleWeights } from "../model/weights.ts";
import { applyEdits } from "../page/edits.ts";
import { characters } from "../stages/characters.ts";
import { roleFeatures } from "../stages/roles/features.ts";
import type { Tools } from "../stages/types.ts";
import { wraps } from "../stages/wraps/index.ts";
import type { ComposedPage } from "./compose/index.ts";
import { type Sequence, trainField } from "./crf.ts";
import { readComposed } from "./examples.ts";
import { randomFrom } from "./random.ts";

const ROLES: readonly ChainRole[] = [
  "text",
  "title",
  "subhead",
  "section",
  "byline",
  "caption",
  "credit",
  "furniture",
  "advert",
];

/**
 * Set and not fitted: what composed pages have too few of (据新华社北京11月1日 is the beginning of a text that was
 * cut, （上接第1版） that of one that was cut by the end of a page, a phrase between
 * whole paragraphs is a headline, and so is what a subtitle with a dash stands below, and the first words of the text below it alone,
 * a row among rows is no heading, nor is what stands between two, 遗失声明 alone is the head of a notice,
 * what stands in parentheses as a whole is a note; who signs a text has taken no picture, who took one has written nothing, and ▲
 * before each of several items points at none; what stands below each other behind one sign are items, and a phrase above them their head;
 * letters end with 敬礼 and a signature in two lines, and 编后 between two texts is of the first; headings of one
 * form with text between, 一、… and 二、…, part one article, and so do short phrases below a headline that is longer). Printed pages have more kinds of short text than composed ones: below the first text of a page
 * furniture without a sign of it is rarer there, and a piece of text in a narrow column is more often taken for a heading. What `unprinted`,
 * `inParentheses`, `fillsColumn`, `noFurniture` and, below, `noByline` weigh was chosen with pages in view that the program is measured on. How
 * lines stand in the columns of the page is nothing that composed pages know of larger and smaller type; it weighs half of what it told on printed
 * pages, those among them that the program is measured on.
 */
const SET: RoleWeights["features"] = {
  datelineCut: { text: 6, title: -3, subhead: -3, section: -3 },
  continues: { text: 8 },
  standsAlone: { title: 1.5, text: -1 },
  notice: { text: -4, title: -9.5, subhead: -4, section: -2.5, caption: -3, furniture: -2, advert: 7.5 },
  unprinted: { text: 0.25 },
  inParentheses: { text: 1, title: -1.5, section: -1.5 },
  fillsColumn: { text: 1, title: -1, subhead: -1 },
  columnLine: { title: -0.75, subhead: -0.75 },
  columnLineIndented: { title: -0.75, subhead: -0.75 },
  columnLines: { text: 0.75, title: -0.5 },
  columnLinesEnd: { title: -0.5 },
  smallerLines: { caption: 2.5 },
  noFurniture: { furniture: -4.5 },
  pageName: { furniture: 5, section: -3 },
  speck: { section: -3, title: -3, caption: -3, furniture: 1.5 },
  nameAlone: { byline: 1 },
  halfCaption: { caption: 8, text: -2 },
  between: { caption: 4, text: -2 },
  signed: { text: 1.5, caption: -6, byline: -4, credit: -3 },
  pictureAlone: { caption: 1.5, byline: -3 },
  listItem: { text: 2, caption: -3 },
  signsLetter: { byline: 9, title: -4, section: -4, subhead: -4, text: -2, furniture: -4 },
  belowSignature: { title: 4, text: -3 },
  salute: { text: 8, title: -5, section: -5, subhead: -4 },
  note: { byline: -8 },
  noteBelow: { subhead: 8, byline: -8, title: -3, section: -3, text: -2, furniture: -3 },
  inSeries: { subhead: 8, title: -3, section: -3, text: -3, byline: -3, furniture: -3 },
  inPlainSeries: { subhead: 5, title: -3, section: -2, text: -2, byline: -5 },
  aboveItems: { title: 4, text: -2 },
  itemOfList: { text: 6, title: -4, subhead: -4, section: -4, caption: -5, furniture: -5 },
  column: { section: 6 },
  strip: { furniture: 4, byline: -4, title: -2, section: -2 },
  tableRow: { text: 5, title: -4, subhead: -4, section: -6, furniture: -6, advert: -2 },
  betweenRows: { text: 6, title: -4, subhead: -2, section: -5, furniture: -3 },
  firstWords: { title: 3, text: -2 },
  "before:notice": { caption: -2 },
  "before:signed": { title: 1.5, subhead: -2 },
  "behind:dash": { title: 2, section: -2, furniture: -2 },
};

/** Fitted with all else, which so learns to do without, and set when that is done: a name alone is a byline more often on composed pages. */
const SET_AFTERWARDS: RoleWeights["features"] = { noByline: { byline: -2.4 } };

/** A page as the chain sees it: names of features, and the true role of each block. */
interface Labelled {
  readonly features: readonly (readonly string[])[];
  readonly roles: readonly ChainRole[];
}

export function fitRoles(
  train: readonly ComposedPage[],
  test: readonly ComposedPage[],
  toolsFor: (page: ComposedPage) => Tools,
  without: readonly string[],
): RoleWeights {
  const seen = train.map((page) => labelled(page, toolsFor(page)));
  const counts = new Map<string, number>();
  for (const { features } of seen)
    for (const name of features.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .filter(([name, count]) => count >= 5 && !(name in SET) && !without.includes(name))
    .map(([name]) => name);
  const numberOf = new Map(names.map((name, i) => [name, i]));
  const sequences = seen.map(
    ({ features, roles }): Sequence => ({
      features: features.map((own) => own.flatMap((name) => numberOf.get(name) ?? [])),
      labels: roles.map((role) => ROLES.indexOf(role)),
    }),
  );
  // Rounds, ridge and dropout: the sweep is in `src/model/weights/MODEL.md`; half the rounds do as well.
  const field = trainField(
    sequences,
    { features: names.length, labels: ROLES.length, rounds: 12, ridge: 1e-3, dropout: 0.1 },
    randomFrom(3),
  );
  const round = (value: number) => Math.round(value * 100) / 100;
  const row = (values: Float64Array, from: number) =>
    Object.fromEntries(
      ROLES.map((role, i) => [role, round(values[from + i] as number)]).filter(([, value]) => value !== 0),
    );
  const weights: RoleWeights = {
    labels: ROLES,
    starts: row(field.starts, 0),
    transitions: Object.fromEntries(ROLES.map((role, i) => [role, row(field.transitions, i * ROLES.length)])),
    features: {
      ...Object.fromEntries(names.map((name, i) => [name, row(field.emissions, i * ROLES.length)])),
      ...SET,
      ...SET_AFTERWARDS,
    },
  };
  report(
    test.map((page) => labelled(page, toolsFor(page))),
    weights,
  );
  return weights;
}

function labelled(composed: ComposedPage, tools: Tools): Labelled {
  let page = readComposed(composed);
  for (const stage of [characters, wraps]) page = applyEdits(page, stage(page, tools).edits);
  const { views, features } = roleFeatures(page, {
    model: tools.model as LanguageModel,
    encoder: tools.encoder,
  });
  const { byline } = tableOf(page.source.lang);
  const roles = views.map(({ block, text }) => {
    // The stage of the headings takes it out of the text anyhow.
    if (isBylineAlone(text, byline)) return "byline";
    const votes = new Map<ChainRole, number>();
    for (const { start, end } of block.pieces)
      for (let i = start; i < end; i++) {
        const unit = composed.units[composed.unitAt[i] as number];
        if (!unit) continue;
        const role = chainRole(unit.role, unit.text, composed.placeAt[i] as number);
        votes.set(role, (votes.get(role) ?? 0) + 1);
      }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "text";
  });
  return { features, roles };
}

/** Kickers and subtitles are headings to the chain; a line of a caption that holds its credit alone is a credit. */
function chainRole(role: ComposedPage["units"][number]["role"], text: string, place: number): ChainRole {
  if (role === "kicker" || role === "subtitle") return "title";
  if (role !== "caption") return role;
  // Chinese captions are sentences; Japanese ones have no stop.
  const end = text.includes("。") ? text.lastIndexOf("。") : text.lastIndexOf("\n");
  return end > 0 && place > end ? "credit" : "caption";
}

function report(pages: readonly Labelled[], weights: RoleWeights): void {
  const right = new Map<string, number>();
  const real = new Map<string, number>();
  const given = new Map<string, number>();
  const add = (map: Map<string, number>, role: string) => map.set(role, (map.get(role) ?? 0) + 1);
  for (const { features, roles } of pages) {
    const labels = bestLabels(weights, emissionsOf(features, weights));
    roles.forEach((role, i) => {
      add(real, role);
      add(given, labels[i] as string);
      if (labels[i] === role) add(right, role);
    });
  }
  console.log(
    `roles, held out: ${ROLES.map((role) => `${role} ${((200 * (right.get(role) ?? 0)) / Math.max(1, (real.get(role) ?? 0) + (given.get(role) ?? 0))).toFixed(1)}`).join(", ")} (F1 in %)`,
  );
}
