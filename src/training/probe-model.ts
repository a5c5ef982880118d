/**
 * `npm run train:probe -- zh`: how well a language model tells seams, on articles that it was not trained on. Of
 * 2,000 cuts in the middle of paragraphs and 2,000 true breaks: the right head among 16, and the cuts kept at the
 * threshold where 1 % of the breaks are joined.
 */
import { readFileSync } from "node:fs";
import { modelFromBytes } from "../model/model-file.ts";
import { readHead, readSeam, readTail } from "../model/ngram.ts";
import { paragraphsOf, purposeOf, readCorpus } from "./corpus.ts";
import { randomFrom } from "./random.ts";

const CUTS = 2000;
const CANDIDATES = 16;

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  zh: ["zh-hans-broadcast", "zh-hans-press-1950s", "zh-hant-press"],
  ja: ["ja-web-news"],
};
const [language = "zh", folder = "../shared/corpus", file = `src/model/weights/${language}.bin`] =
  process.argv.slice(2);
const model = modelFromBytes(new Uint8Array(readFileSync(file)));
for (const source of SOURCES[language] ?? []) {
  const random = randomFrom(7);
  const articles = readCorpus(folder, [source]).filter((article) => purposeOf(article) === "validation");
  const paragraphs = articles.map(paragraphsOf);
  const cuts: { tail: string; head: string }[] = [];
  const breaks: { tail: string; head: string }[] = [];
  while (cuts.length < CUTS) {
    const own = random.pick(paragraphs);
    const text = own.length > 0 ? random.pick(own) : "";
    if (text.length >= 24) {
      const at = 8 + random.below(text.length - 16);
      if (!/\s/.test(text.slice(at - 1, at + 1)))
        cuts.push({ tail: text.slice(0, at), head: text.slice(at) });
    }
    const i = random.below(own.length);
    if (i + 1 < own.length && breaks.length < CUTS)
      breaks.push({ tail: own[i] as string, head: own[i + 1] as string });
  }
  const link = (tail: string, head: string) =>
    readSeam(model, readTail(model, tail), readHead(model, head)).link;
  const score = (tail: string, head: string) => {
    const before = readTail(model, tail);
    const seam = readSeam(model, before, readHead(model, head));
    return seam.link - seam.start - before.end;
  };
  const inside = cuts.filter(({ tail }) => !/[。！？]$/.test(tail));
  let first = 0;
  for (const { tail, head } of inside) {
    const own = link(tail, head);
    const others = Array.from({ length: CANDIDATES - 1 }, () => link(tail, random.pick(inside).head));
    if (others.every((other) => other < own)) first++;
  }
  const broken = breaks.map(({ tail, head }) => score(tail, head)).sort((a, b) => b - a);
  const threshold = broken[Math.floor(broken.length / 100)] as number;
  const kept = inside.filter(({ tail, head }) => score(tail, head) > threshold).length;
  const began = performance.now();
  let scored = 0;
  for (const { tail, head } of cuts) {
    link(tail, head);
    scored += 28;
  }
  const rate = scored / (performance.now() - began) / 1000;
  console.log(
    `${source}: right head among ${CANDIDATES} ${((100 * first) / inside.length).toFixed(1)} %, cuts kept at 1 % of breaks joined ${((100 * kept) / inside.length).toFixed(1)} % (threshold ${threshold.toFixed(1)}), ${rate.toFixed(1)} M characters/s`,
  );
}
