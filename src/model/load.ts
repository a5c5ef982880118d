/** Reads model files from the disk, each once, when it is first needed. The one place outside the command that does. */
import { readFileSync } from "node:fs";
import type { Language } from "../page/types.ts";
import { modelFromBytes } from "./model-file.ts";
import type { LanguageModel } from "./ngram.ts";
import type { Weights } from "./weights.ts";

/** Beside this module, in the sources as in `dist`. */
const WEIGHTS = new URL("./weights/", import.meta.url);

const FAMILIES: { readonly [lang in Language]?: string } = { "zh-Hans": "zh", "zh-Hant": "zh", ja: "ja" };

const models = new Map<string, LanguageModel>();
let weights: Weights | undefined;

/** The language model for a language; null where there is none. */
export function loadModel(lang: Language): LanguageModel | null {
  const family = FAMILIES[lang];
  if (!family) return null;
  let model = models.get(family);
  if (!model) {
    const bytes = readFileSync(new URL(`${family}.bin`, WEIGHTS));
    model = modelFromBytes(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    models.set(family, model);
  }
  return model;
}

/** The weights of all evidence. */
export function loadWeights(): Weights {
  weights ??= JSON.parse(readFileSync(new URL("evidence.json", WEIGHTS), "utf8")) as Weights;
  return weights;
}
