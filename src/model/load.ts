/** Reads model files from the disk, each once, when it is first needed, and holds them to their checksums. The one place outside the command that does. */
import { closeSync, fstatSync, openSync, read, readFileSync, readSync } from "node:fs";
import { InputError } from "../page/errors.ts";
import type { Language } from "../page/types.ts";
import { type Checksums, checkSample, damaged } from "./checksums.ts";
import type { DualEncoder } from "./dual-encoder.ts";
import { encoderIn } from "./encoder-file.ts";
import { type Kernel, kernelIn, type Memory, makeKernel } from "./kernel/kernel.ts";
import { modelIn } from "./model-file.ts";
import type { LanguageModel } from "./ngram.ts";
import { type OwnWeights, type Weights, withOwn } from "./weights.ts";
import { type KnownWords, wordsFromBytes } from "./words.ts";

/** Beside this module, in the sources as in `dist`. */
export const WEIGHTS = new URL("./weights/", import.meta.url);

/** The files of a family of languages. */
interface Files {
  readonly model: string;
  readonly encoder: string | null;
}

const ZH: Files = { model: "zh.bin", encoder: "zh.encoder.bin" };
const FILES: { readonly [lang in Language]?: Files } = {
  "zh-Hans": ZH,
  "zh-Hant": ZH,
  ja: { model: "ja.bin", encoder: "ja.encoder.bin" },
};

/** Beside the weights of all languages, those that a language has of its own. */
const WEIGHTS_FILE = "evidence.json";
const OWN_WEIGHTS: { readonly [lang in Language]?: string } = { ja: "ja.evidence.json" };

/** Whose words are known, one file for all of them. */
const WORDS: ReadonlySet<Language> = new Set(["en", "fr"]);
const WORDS_FILE = "latin.bin";

/** Files in memory that threads share, by name. */
export type SharedModels = ReadonlyMap<string, { readonly memory: Memory; readonly bytes: number }>;

let shared: SharedModels = new Map();
const models = new Map<string, LanguageModel>();
const encoders = new Map<string, DualEncoder>();
const fetches = new Map<Files, Promise<void>>();
const weights = new Map<string, Weights>();
let words: ReadonlyMap<string, KnownWords> | undefined;
let sums: Checksums | undefined;

/** Whether there is a language model for a language, without reading it. */
export function hasModel(lang: Language): boolean {
  return FILES[lang] !== undefined;
}

/** The language model for a language; null where there is none. */
export function loadModel(lang: Language): LanguageModel | null {
  const file = FILES[lang]?.model;
  return file === undefined ? null : (models.get(file) ?? keep(models, file, modelIn(readWhole(file))));
}

/** The dual encoder for a language, which reads the symbols of its language model; null where there is none. */
export function loadEncoder(lang: Language): DualEncoder | null {
  const file = FILES[lang]?.encoder ?? null;
  return file === null ? null : (encoders.get(file) ?? keep(encoders, file, encoderIn(readWhole(file))));
}

/** The words of a language; null where they are not known. */
export function loadWords(lang: Language): KnownWords | null {
  if (!WORDS.has(lang)) return null;
  words ??= readWords();
  return words.get(lang) ?? null;
}

function readWords(): ReadonlyMap<string, KnownWords> {
  const bytes = new Uint8Array(readModelFile(WORDS_FILE));
  checkSample(WORDS_FILE, bytes, checksums());
  return wordsFromBytes(bytes);
}

/**
 * Reads the files of a language while other work goes on, so that `loadModel` and `loadEncoder` find them read. Where that
 * fails nothing happens: they will read the file again and say what is wrong with it.
 */
export function fetchModels(lang: Language): Promise<void> {
  const files = FILES[lang];
  if (!files) return Promise.resolve();
  let fetching = fetches.get(files);
  if (!fetching) {
    fetching = fetchBoth(files).catch(() => {});
    fetches.set(files, fetching);
  }
  return fetching;
}

async function fetchBoth({ model, encoder }: Files): Promise<void> {
  const reading = [readInOneGo(model), encoder === null ? null : readInOneGo(encoder)] as const;
  // The second may fail while the first is waited for; nobody would have heard of it.
  reading[1]?.catch(() => {});
  keep(models, model, modelIn(sound(model, await reading[0])));
  const kernel = await reading[1];
  if (encoder !== null && kernel) keep(encoders, encoder, encoderIn(sound(encoder, kernel)));
}

/** Reads the files of all languages once, for any number of threads: see `adoptModels`. */
export function shareModels(): SharedModels {
  const names = new Set(Object.values(FILES).flatMap(({ model, encoder }) => [model, encoder ?? []].flat()));
  return new Map(
    [...names].map((name) => {
      const { memory, file } = readWhole(name);
      return [name, { memory, bytes: file.length }];
    }),
  );
}

/** What another thread has read is not read again, nor held twice. */
export function adoptModels(models: SharedModels): void {
  shared = models;
}

function keep<Value>(kept: Map<string, Value>, file: string, value: Value): Value {
  kept.set(file, value);
  return value;
}

/** @throws InputError where the file is damaged or cannot be read, which is no fault of the page */
function readWhole(file: string): Kernel {
  return adopted(file) ?? sound(file, fromDisk(file, intoKernel));
}

function adopted(file: string): Kernel | undefined {
  const there = shared.get(file);
  return there && kernelIn(there.memory, there.bytes);
}

function intoKernel(path: URL): Kernel {
  const descriptor = openSync(path, "r");
  try {
    const kernel = makeKernel(fstatSync(descriptor).size);
    readSync(descriptor, kernel.file);
    return kernel;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The bytes of a file beside the models.
 *
 * @throws InputError that names it, where it cannot be read
 */
export function readModelFile(file: string): Uint8Array {
  return fromDisk(file, (path) => readFileSync(path));
}

function fromDisk<Contents>(file: string, read: (path: URL) => Contents): Contents {
  try {
    return read(new URL(file, WEIGHTS));
  } catch (error) {
    // That is no flaw of the file.
    if (/^E[MN]FILE$/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new InputError(
      `the model file ${file} cannot be read: ${(error as Error).message}`,
      "install pagefix again, or give back the permission to read it",
    );
  }
}

function sound(file: string, kernel: Kernel): Kernel {
  checkSample(file, kernel.file, checksums());
  return kernel;
}

/** What the model files were when they were made. */
export function checksums(): Checksums {
  const file = "checksums.json";
  sums ??= parsed(
    file,
    fromDisk(file, (path) => readFileSync(path, "utf8")),
  ) as Checksums;
  return sums;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(file, (error as Error).message);
  }
}

/** `readFile` goes piece by piece and comes back to the main thread for each, which is busy meanwhile. */
async function readInOneGo(file: string): Promise<Kernel> {
  const there = adopted(file);
  if (there) return there;
  const descriptor = openSync(new URL(file, WEIGHTS), "r");
  const kernel = makeKernel(fstatSync(descriptor).size);
  const bytes = kernel.file;
  return new Promise((done, fail) => {
    read(descriptor, bytes, 0, bytes.length, 0, (error, count) => {
      try {
        closeSync(descriptor);
        if (error || count < bytes.length) fail(error);
        else done(kernel);
      } catch (closing) {
        fail(closing);
      }
    });
  });
}

/**
 * The weights of all evidence, as they are on a page in a language.
 *
 * @throws InputError where a file is damaged or cannot be read
 */
export function loadWeights(lang: Language = "und"): Weights {
  const own = OWN_WEIGHTS[lang];
  if (own !== undefined)
    return weights.get(own) ?? keep(weights, own, withOwn(loadWeights(), readWeights(own) as OwnWeights));
  return weights.get(WEIGHTS_FILE) ?? keep(weights, WEIGHTS_FILE, readWeights(WEIGHTS_FILE) as Weights);
}

function readWeights(file: string): unknown {
  const bytes = readModelFile(file);
  checkSample(file, bytes, checksums());
  return parsed(file, Buffer.from(bytes).toString());
}
