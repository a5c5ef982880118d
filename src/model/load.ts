/** Reads model files from the disk, each once, when it is first needed. The one place outside the command that does. */
import { fstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { Language } from "../page/types.ts";
import { HEAD_BYTES, modelFromBytes } from "./model-file.ts";
import type { LanguageModel, Touch } from "./ngram.ts";
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
    model = openModel(new URL(`${family}.bin`, WEIGHTS));
    models.set(family, model);
  }
  return model;
}

/** Bytes that are read at a time, as a power of two. */
const PIECE = 14;

/**
 * A page asks for a small part of a model. Its file is read in pieces of 16 kB, each when it is first asked for: memory
 * that nobody touches costs nothing, and reading all of it costs a third of the time that Node takes to start.
 */
function openModel(url: URL): LanguageModel {
  const file = openSync(url, "r");
  const bytes = new Uint8Array(new ArrayBuffer(fstatSync(file).size));
  const pieces = new Uint8Array((bytes.length >> PIECE) + 1);
  const fetch = (piece: number) => {
    const start = piece << PIECE;
    const wanted = Math.min(1 << PIECE, bytes.length - start);
    for (let done = 0; done < wanted; ) {
      const count = readSync(file, bytes, start + done, wanted - done, start + done);
      if (count === 0) throw new RangeError(`the model file ${url.pathname} is cut short`);
      done += count;
    }
    pieces[piece] = 1;
  };
  const touch: Touch = (array, from, to) => {
    const size = array.BYTES_PER_ELEMENT;
    const last = (array.byteOffset + to * size - 1) >> PIECE;
    for (let piece = (array.byteOffset + from * size) >> PIECE; piece <= last; piece++)
      if (pieces[piece] === 0) fetch(piece);
  };
  touch(bytes, 0, Math.min(HEAD_BYTES, bytes.length));
  return modelFromBytes(bytes, touch);
}

/** The weights of all evidence. */
export function loadWeights(): Weights {
  weights ??= JSON.parse(readFileSync(new URL("evidence.json", WEIGHTS), "utf8")) as Weights;
  return weights;
}
