/**
 * What the stages see on pages, and what they decide of it. The weights were fitted to what is seen: where it changes, they hold no
 * more until the next training. `UPDATE=1` writes what is seen now; look at the difference before you commit it. How sure a decision
 * is stands nowhere here, for weights are trained anew.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { STAGES } from "../../../src/fix.ts";
import { loadEncoder, loadModel, loadWeights, loadWords } from "../../../src/model/load.ts";
import type { Features } from "../../../src/model/weights.ts";
import { applyEdits } from "../../../src/page/edits.ts";
import { choicesThatStand } from "../../../src/page/settled.ts";
import type { Choice, Edit, Page } from "../../../src/page/types.ts";
import { readPages } from "../../../src/read/index.ts";
import { roleFeatures } from "../../../src/stages/roles/features.ts";
import { featuresOf, seamPairs } from "../../../src/stages/seams/index.ts";
import type { Tools } from "../../../src/stages/types.ts";
import { lineEnds, readEnds } from "../../../src/stages/wraps/index.ts";
import { casesIn, fileOf } from "../../fixtures.ts";
import { alto } from "../../read/layout/sheets.ts";
import { printed } from "./printed.ts";

const HERE = new URL("./", import.meta.url);
const own = readdirSync(HERE).filter((name) => name.endsWith(".txt") && !name.endsWith(".seen.txt"));
/** Small ones, each broken in one way. */
const fixtures = [...casesIn(), ...casesIn("negative/")].filter((name) => name !== "seed");
const pages: readonly (readonly [name: string, text: () => string])[] = [
  ...own.map((name) => [name.slice(0, -4), () => readFileSync(new URL(name, HERE), "utf8")] as const),
  ...fixtures.map(
    (name) => [name.split("/").at(-1), () => readFileSync(fileOf(name, "page.txt"), "utf8")] as const,
  ),
  ["printed", () => alto(printed)],
];

test.each(pages)("%s", async (name, text) => {
  const seen = (await readPages(text(), { path: null, encoding: "utf-8", sha256: null }))
    .map(seenOn)
    .join("\f\n");
  const file = new URL(`${name}.seen.txt`, HERE);
  if (process.env.UPDATE) writeFileSync(file, seen);
  expect(seen.split("\n")).toEqual(readFileSync(file, "utf8").split("\n"));
});

function seenOn(read: Page): string {
  const { lang } = read.source;
  const [model, encoder, weights] = [loadModel(lang), loadEncoder(lang), loadWeights()];
  const words = loadWords(lang);
  const tools: Tools = {
    model,
    encoder,
    words,
    weights,
    gapMark: "[…]",
    keepTypography: false,
    explain: true,
  };
  const lines: string[] = [];
  const choices: Choice[] = [];
  const log: Edit[] = [];
  let page = read;
  for (const stage of STAGES) {
    if (stage.name === "wraps") lines.push(...seenAtLineEnds(page, tools));
    if (stage.name === "roles" && model) lines.push(...seenOfBlocks(page, { ...tools, model }));
    if (stage.name === "seams") lines.push(...seenOfPairs(page, tools));
    const { edits, warnings, choices: made = [] } = stage(page, tools);
    choices.push(...made);
    log.push(...edits);
    if (edits.length + warnings.length > 0) lines.push(`== ${stage.name}`);
    lines.push(...edits.map(editInWords), ...warnings.map(({ code, message }) => `${code}: ${message}`));
    page = applyEdits(page, edits);
  }
  lines.push("== choices", ...choicesThatStand(page, choices).map(choiceInWords), "");
  return lines.join("\n");
}

function seenAtLineEnds(page: Page, tools: Tools): string[] {
  const weights = tools.weights.wraps[tools.model ? "model" : "plain"];
  const ends = readEnds(lineEnds(page, tools), weights).flat();
  return [
    "== at line ends",
    ...ends.map(
      ({ end: { tail, head, traits }, features }) =>
        `${tail.text.slice(-4)} ⏎ ${head.text.slice(0, 4)}: ${inWords(features())}; ${Object.values(traits).join(" ")}`,
    ),
  ];
}

function seenOfBlocks(page: Page, readers: Parameters<typeof roleFeatures>[1]): string[] {
  const { views, features } = roleFeatures(page, readers);
  return [
    "== of blocks",
    ...views.map(({ text }, i) => `${text.slice(0, 8)}: ${features[i]?.slice(1).join(" ")}`),
  ];
}

function seenOfPairs(page: Page, tools: Tools): string[] {
  const { pairs, context } = seamPairs(page, tools);
  return [
    "== of tails and heads",
    ...[...pairs].map((pair) => {
      const { tail, head, repeat } = pair;
      return `${tail.text.slice(-4)} | ${head.text.slice(repeat, repeat + 4)}: ${inWords(featuresOf(pair, context))}`;
    }),
  ];
}

/** Numbers to a tenth: more of them is noise of the models. */
function inWords(features: Features): string {
  return Object.entries(features)
    .map(([name, value]) => [name, Math.round(10 * value) / 10] as const)
    .filter(([name, value]) => name !== "bias" && value !== 0)
    .map(([name, value]) => (value === 1 ? name : `${name} ${value}`))
    .join(", ");
}

function editInWords(edit: Edit): string {
  const { evidence = [], ...rest } = edit;
  const { seam, certainty, ...facts } = rest as { seam?: { kind: string; glue: string }; certainty?: number };
  const names = evidence.map(({ name }) => name).sort();
  return [
    Object.values(facts)
      .map((fact) => JSON.stringify(fact))
      .join(" "),
    seam && `${seam.kind} “${seam.glue}”`,
    certainty !== undefined && "(as sure as the chain)",
    names.length > 0 && `because of ${names.join(", ")}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function choiceInWords({ about, decided, tail, head, evidence, second }: Choice): string {
  const place = `${tail ? `${tail.start}–${tail.end} ${tail.text} | ` : ""}${head.start}–${head.end} ${head.text}`;
  const other =
    second &&
    `${second.decided}${second.head ? ` ${second.head.start}–${second.head.end} ${second.head.text}` : ""}`;
  return `${about} ${decided}: ${place}; second ${other}; because of ${evidence
    .map(({ name }) => name)
    .sort()
    .join(", ")}`;
}
