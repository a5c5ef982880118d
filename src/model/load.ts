/** Reads model files from the disk, each once, when it is first needed. The one place outside the command that does. */
import { closeSync, fstatSync, openSync, read, readFileSync } from "node:fs";
import type { Language } from "../page/types.ts";
import { modelFromBytes } from "./model-file.ts";
import type { LanguageModel } from "./ngram.ts";
import type { Weights } from "./weights.ts";

/** Beside this module, in the sources as in `dist`. */
const WEIGHTS = new URL("./weights/", import.meta.url);

const FAMILIES: { readonly [lang in Language]?: string } = { "zh-Hans": "zh", "zh-Hant": "zh", ja: "ja" };

const models = new Map<string, LanguageModel>();
const fetches = new Map<string, Promise<void>>();
let weights: Weights | undefined;

/** The language model for a language; null where there is none. */
export function loadModel(lang: Language): LanguageModel | null {
  const family = FAMILIES[lang];
  if (!family) return null;
  return models.get(family) ?? keep(family, readFileSync(fileOf(family)));
}

/**
 * Reads the model of a language while other work goes on, so that `loadModel` finds it read. Where that fails nothing
 * happens: `loadModel` will read the file again and say what is wrong with it.
 */
export function fetchModel(lang: Language): Promise<void> {
  const family = FAMILIES[lang];
  if (!family || models.has(family)) return Promise.resolve();
  let fetching = fetches.get(family);
  if (!fetching) {
    fetching = readInOneGo(fileOf(family)).then(
      (bytes) => {
        keep(family, bytes);
      },
      () => {},
    );
    fetches.set(family, fetching);
  }
  return fetching;
}

/** `readFile` goes piece by piece and comes back to the main thread for each, which is busy meanwhile. */
async function readInOneGo(file: URL): Promise<Uint8Array<ArrayBuffer>> {
  const descriptor = openSync(file, "r");
  const bytes = new Uint8Array(fstatSync(descriptor).size);
  return new Promise((done, fail) => {
    read(descriptor, bytes, 0, bytes.length, 0, (error, count) => {
      closeSync(descriptor);
      if (error) fail(error);
      else done(bytes.subarray(0, count));
    });
  });
}

function keep(family: string, bytes: Uint8Array<ArrayBuffer>): LanguageModel {
  const model = modelFromBytes(bytes);
  models.set(family, model);
  return model;
}

function fileOf(family: string): URL {
  return new URL(`${family}.bin`, WEIGHTS);
}

/** The weights of all evidence. */
export function loadWeights(): Weights {
  weights ??= JSON.parse(readFileSync(new URL("evidence.json", WEIGHTS), "utf8")) as Weights;
  return weights;
}
