/** Pages of real newspapers whose blocks are known: their line ends, with the steps that may be true of them. */
import { readdirSync, readFileSync } from "node:fs";
import { STEPS, type Step } from "../model/line-chain.ts";
import { applyEdits } from "../page/edits.ts";
import { readText } from "../read/text.ts";
import { characters } from "../stages/characters.ts";
import type { Tools } from "../stages/types.ts";
import { lineEnds } from "../stages/wraps/index.ts";
import type { LineEndExample } from "./fit-steps.ts";

interface Gold {
  readonly lang: "zh-Hans" | "zh-Hant" | "ja";
  readonly articles: readonly { readonly body: readonly { readonly text: string }[] }[];
  readonly furniture: readonly string[];
}

/** A page's stretches of line ends. */
export interface RealPage {
  readonly id: string;
  readonly stretches: LineEndExample[][];
}

/** All pages of a folder, one a folder in it: `page.txt`, and `gold.json` whose blocks are lines of the page, whole. */
export function realPages(folder: string, tools: Tools): RealPage[] {
  return readdirSync(folder)
    .sort()
    .map((id) => {
      const gold = JSON.parse(readFileSync(`${folder}/${id}/gold.json`, "utf8")) as Gold;
      const text = readFileSync(`${folder}/${id}/page.txt`, "utf8");
      const source = { path: null, encoding: "utf-8", sha256: null, lang: gold.lang };
      const [read] = readText(text, source);
      if (!read) throw new Error(`${folder}/${id}/page.txt holds no text`);
      const page = applyEdits(read, characters(read).edits);
      const units = unitsOfLines(
        page.lines.map(({ span }) => bare(text.slice(span.start, span.end))),
        [...gold.articles.flatMap(({ body }) => body.map((block) => block.text)), ...gold.furniture].map(
          bare,
        ),
      );
      const numbers = new Map(page.lines.map(({ span }, i) => [span.start, units[i] ?? null]));
      return {
        id,
        stretches: lineEnds(page, tools).map((stretch) =>
          stretch.map(({ tail, head, features, traits }) => ({
            features,
            traits,
            allowed: allowedSteps(
              numbers.get(tail.line.span.start) ?? null,
              numbers.get(head.line.span.start) ?? null,
            ),
          })),
        ),
      };
    });
}

interface Unit {
  readonly number: number;
  readonly text: string;
}

/** Which unit each line is of: units stand whole on the page, in whatever order; null where none fits. */
function unitsOfLines(lines: readonly string[], texts: readonly string[]): (Unit | null)[] {
  const found: (Unit | null)[] = [];
  const left = new Map(texts.map((text, number) => [number, text]));
  while (found.length < lines.length) {
    const from = found.length;
    let best: { number: number; text: string; to: number } | null = null;
    for (const [number, text] of left) {
      let at = 0;
      let to = from;
      while (to < lines.length && at < text.length && text.startsWith(lines[to] as string, at))
        at += (lines[to++] as string).length;
      if (at === text.length && to > from && to > (best?.to ?? from)) best = { number, text, to };
    }
    if (best) left.delete(best.number);
    for (let i = from; i < (best?.to ?? from + 1); i++) found.push(best);
  }
  return found;
}

/** Gold says what is one block, not what is a heading: long blocks with marks are text, others may be either. */
function allowedSteps(tail: Unit | null, head: Unit | null): ReadonlySet<Step> {
  if (!tail || !head) return new Set(STEPS);
  const one = tail.number === head.number;
  return new Set(
    STEPS.filter((step) => {
      if (step.endsWith("GoesOn") !== one) return false;
      const fromText = step.startsWith("text") ? step !== "textAfterHeading" : step === "headingAfterText";
      const toText = step.startsWith("text");
      return (fromText || !isProse(tail.text)) && (toText || !isProse(head.text));
    }),
  );
}

function isProse(text: string): boolean {
  return text.length >= 30 && (text.match(/[，。、；]/g)?.length ?? 0) >= text.length / 40;
}

function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
