/** Cases by number: the same seed and number give the same case on every machine with the same pages at hand. */
import iconv from "iconv-lite";
import { ROLES } from "../../src/page/types.ts";
import { INPUT_FORMATS, type InputFormat } from "../../src/read/index.ts";
import { type Random, randomFrom } from "../../src/training/random.ts";
import { giantLayout, LAYOUT_FORMATS, layoutFile } from "./make/layout.ts";
import { mutatedBytes, mutatedJson, mutatedText, stretchOf } from "./make/mutate.ts";
import { giant, line, page } from "./make/text.ts";

/** What is done with the bytes of a case. */
export const KINDS = ["page", "decisions", "gold", "document", "stream"] as const;

export interface Case {
  readonly kind: (typeof KINDS)[number];
  /** Which generator made it, for the table. */
  readonly from: string;
  readonly bytes: Uint8Array;
  /** For what is drawn while the case is tried. */
  readonly seed: number;
  readonly encoding?: string;
  readonly format?: InputFormat;
  readonly strict?: boolean;
  readonly gapMark?: string;
  readonly keepTypography?: boolean;
  /** The page that decisions, gold and documents are about. */
  readonly page?: string;
}

/** Pages that are there already, by their format. */
export interface Pages {
  readonly text: readonly string[];
  readonly layout: readonly { readonly format: InputFormat; readonly text: string }[];
}

/** One in so many cases is a giant: they take a second and more. */
const GIANTS = 20_000;

export function caseOf(seed: number, n: number, pages: Pages): Case {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b));
  return { ...draw(n, random, pages), seed: random.below(2 ** 31) };
}

type Drawn = Omit<Case, "seed">;

function draw(n: number, random: Random, pages: Pages): Drawn {
  if (n % GIANTS === GIANTS - 1) return withOptions(giantCase(random), random);
  const share = random.below(100);
  if (share < 34) return withOptions(textCase(random, pages), random);
  if (share < 70) return withOptions(layoutCase(random, pages), random);
  if (share < 80) return decisionsCase(random, pages);
  if (share < 86) return goldCase(random, pages);
  if (share < 92)
    return { kind: "document", from: "document", bytes: new Uint8Array(), page: pageText(random, pages) };
  return streamCase(random, pages);
}

function pageText(random: Random, pages: Pages): string {
  if (random.chance(0.5)) return page(random);
  const text = stretchOf(random.pick(pages.text), random);
  return random.chance(0.5) ? text : mutatedText(text, random.pick(pages.text), random);
}

const ENCODINGS = [
  "utf8",
  "utf16le",
  "utf16be",
  "gb18030",
  "big5hkscs",
  "shiftjis",
  "eucjp",
  "cp949",
  "windows1252",
];
const NAMES = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "windows-1252",
];

function textCase(random: Random, pages: Pages): Drawn {
  const text = pageText(random, pages);
  const at = random.chance(0.6) ? 0 : random.below(ENCODINGS.length);
  // Lone surrogates survive in UTF-16 alone.
  const encoded =
    at === 1
      ? Buffer.from(text, "utf16le")
      : iconv.encode(text, ENCODINGS[at] as string, { addBOM: random.chance(0.1) });
  const bytes = random.chance(0.15) ? mutatedBytes(encoded, random) : Uint8Array.from(encoded);
  const named = random.chance(0.3) ? NAMES[at] : random.chance(0.03) ? random.pick(NAMES) : undefined;
  return {
    kind: "page",
    from: `text, ${NAMES[at]}`,
    bytes,
    format: "text",
    ...(named !== undefined && { encoding: named }),
  };
}

/** Of a layout file a few elements or rows: fewer characters hold no word. */
function layoutStretch(text: string, random: Random): string {
  const length = 400 + random.below(3000);
  const start = random.below(Math.max(1, text.length - length));
  return random.chance(0.002) ? text : text.slice(0, 200) + text.slice(start, start + length);
}

function layoutCase(random: Random, pages: Pages): Drawn {
  const real = pages.layout.length > 0 && random.chance(0.15) ? random.pick(pages.layout) : null;
  const format = real?.format ?? random.pick(LAYOUT_FORMATS);
  const text = real
    ? layoutStretch(real.text, random)
    : layoutFile(format as (typeof LAYOUT_FORMATS)[number], random);
  const other = random.chance(0.3)
    ? mutatedText(text, layoutFile(random.pick(LAYOUT_FORMATS), random), random)
    : text;
  const encoded = new TextEncoder().encode(other);
  return {
    kind: "page",
    from: real ? `${format}, of a page` : format,
    bytes: random.chance(0.05) ? mutatedBytes(encoded, random) : encoded,
    format: random.chance(0.02) ? random.pick(INPUT_FORMATS) : format,
  };
}

function giantCase(random: Random): Drawn {
  const format = random.chance(0.5) ? "text" : random.pick(LAYOUT_FORMATS);
  const text = format === "text" ? giant(random) : giantLayout(format, random);
  return { kind: "page", from: "giants", bytes: new TextEncoder().encode(text), format };
}

function withOptions(made: Drawn, random: Random): Drawn {
  return {
    ...made,
    ...(random.chance(0.05) && { strict: true }),
    ...(random.chance(0.1) && { gapMark: random.pick(["", "…", "⟦…⟧", "  ", "\n"]) }),
    ...(random.chance(0.1) && { keepTypography: true }),
  };
}

const VERDICTS = ["join", "apart", "gap", ...ROLES, "one-article", "two-articles"];

function decisionsCase(random: Random, pages: Pages): Drawn {
  const text = pageText(random, pages);
  const anchor = () => {
    const start = random.below(text.length + 1);
    return {
      text: text.slice(start, start + 1 + random.below(20)) || line(random),
      ...(random.chance(0.5) && { offset: random.chance(0.9) ? start : random.below(1e9) - 5e8 }),
    };
  };
  const decisions = Array.from({ length: 1 + random.below(6) }, () => {
    const verdict = random.pick(VERDICTS);
    const names = ["join", "apart", "gap"].includes(verdict)
      ? ["tail", "head"]
      : verdict.endsWith("s") && verdict.includes("-")
        ? ["first", "second"]
        : verdict === "one-article"
          ? ["first", "second"]
          : ["from", "to"];
    return { do: verdict, ...Object.fromEntries(names.map((name) => [name, anchor()])) };
  });
  const value = { version: 1, source: { path: null, sha256: null }, decisions };
  return { kind: "decisions", from: "decisions", bytes: json(value, random), page: text };
}

function goldCase(random: Random, pages: Pages): Drawn {
  const text = pageText(random, pages);
  const some = () => {
    const start = random.below(text.length + 1);
    return text.slice(start, start + random.below(60));
  };
  const place = () => ({ tail: some(), head: some() });
  const value = {
    id: some(),
    lang: "zh-Hans",
    articles: Array.from({ length: random.below(4) }, () => ({
      title: some(),
      kicker: random.chance(0.5) ? null : some(),
      byline: some(),
      body: Array.from({ length: random.below(4) }, () => ({ type: "paragraph", text: some() })),
      captions: [{ text: some(), credit: null }],
    })),
    seams: [{ ...place(), joined: some(), kind: "column" }],
    breaks: [place()],
    gaps: [place()],
  };
  return { kind: "gold", from: "gold", bytes: json(value, random), page: text };
}

function streamCase(random: Random, pages: Pages): Drawn {
  const record = { id: line(random), text: pageText(random, pages) };
  const path = { id: 1, path: random.pick(["nope.txt", "", "\u0000", ".", "/", "a".repeat(5000)]) };
  return { kind: "stream", from: "NDJSON", bytes: json(random.chance(0.9) ? record : path, random) };
}

/** JSON, half of it with other values, now and then with bytes that are none. */
function json(value: unknown, random: Random): Uint8Array {
  const text = JSON.stringify(random.chance(0.5) ? mutatedJson(value, random) : value);
  return new TextEncoder().encode(random.chance(0.1) ? mutatedText(text, text, random) : text);
}
