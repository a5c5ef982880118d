/**
 * `npm run growth`: pages made to be hard for one part of the program, each at sizes that double. The exponent says what the
 * time does: 1 doubles with the page, 2 is four times as long.
 */

import { fixFile } from "../../src/api.ts";
import { scorePage } from "../../src/evaluate/index.ts";
import { InputError, toHtml, toJson, toMarkdown } from "../../src/index.ts";
import type { Decision } from "../../src/page/decisions.ts";
import { type InputFormat, readPages } from "../../src/read/index.ts";
import { FAMILIES } from "./make/families.ts";

const SIZES = [12_500, 25_000, 50_000, 100_000];
/** Above this a doubling of the page is more than a little noise over twice the time. */
const MOST = 1.5;
/** Times below this, in ms, are noise. */
const LEAST = 30;

type Work = (text: string, format: InputFormat) => unknown;

const WORKS: { readonly [name in "repair" | "write" | "decide" | "score" | "read"]: Work } = {
  repair: (text, format) => fixFile(text, { format }),
  read: (text, format) => readPages(text, { path: null, sha256: null, encoding: "utf-8", format }),
  write: async (text, format) => {
    const documents = await fixFile(text, { format, explain: true });
    toJson(documents);
    await toMarkdown(documents);
    await toHtml(documents.map((document) => ({ document, text })));
  },
  decide: (text, format) => {
    const lines = text.split("\n");
    const decisions = lines.flatMap((line, i): Decision[] =>
      i % 2 === 0 && line && lines[i + 1]
        ? [{ do: "join", tail: { text: line }, head: { text: lines[i + 1] as string } }]
        : [],
    );
    return fixFile(text, {
      format,
      decisions: { version: 1, source: { path: null, sha256: null }, decisions },
    });
  },
  score: async (text, format) => {
    const documents = await fixFile(text, { format });
    const body = text.split("\n").map((own) => ({ type: "paragraph" as const, text: own }));
    return scorePage({ id: "p", lang: "zh-Hans", articles: [{ title: null, body }] }, documents, text);
  },
};

const [only = ""] = process.argv.slice(2);
let worst = 0;
console.log(`| page | ${SIZES.map((size) => `${size / 1000} k`).join(" | ")} | exponent |`);
console.log(`| --- |${" ---: |".repeat(SIZES.length + 1)}`);
await fixFile("江边的书房开门了。\n\n甲乙丙");
for (const { name, format, make, work, most } of FAMILIES.filter((family) => family.name.includes(only))) {
  const times: number[] = [];
  for (const size of SIZES) {
    const text = make(size);
    // The first of them is what compiles the code.
    if (times.length === 0) await timed(() => attempt(text, format, work));
    times.push(await timed(() => attempt(text, format, work)));
    if ((times.at(-1) as number) > 8000) break;
  }
  // Over two doublings: one alone is as often noise.
  const [before = 0, , last = 0] = times.slice(-3);
  const exponent = last < LEAST ? 0 : Math.log2(last / before) / 2;
  worst = Math.max(worst, exponent / (most ?? MOST));
  const cells = SIZES.map((_, i) => (times[i] === undefined ? "" : `${Math.round(times[i])} ms`));
  console.log(`| ${name} | ${cells.join(" | ")} | ${last < LEAST ? "–" : exponent.toFixed(2)} |`);
}
process.exitCode = worst > 1 ? 1 : 0;

/** What is no page is refused; that, too, must not take long. */
async function attempt(
  text: string,
  format: InputFormat,
  work: keyof typeof WORKS = "repair",
): Promise<void> {
  try {
    await WORKS[work](text, format);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

/** Of two runs the shorter, by what the processor did. */
async function timed(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2; i++) {
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    await work();
    const { user, system } = process.cpuUsage(cpu);
    least = Math.min(least, (user + system) / 1000, performance.now() - start);
    if (least > 5000) break;
  }
  return least;
}
