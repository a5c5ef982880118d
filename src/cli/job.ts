/** One input: its bytes, the documents, what people should know about them. */
import { statSync } from "node:fs";
import { fixKeepingPages } from "../api.ts";
import { fetchModels, loadWeights } from "../model/load.ts";
import type { Decisions } from "../page/decisions.ts";
import type { Document } from "../page/document.ts";
import { InputError } from "../page/errors.ts";
import type { Line } from "../page/types.ts";
import { decode } from "../read/decode.ts";
import { likelyLanguage } from "./ahead.ts";
import { besideOf } from "./beside.ts";
import { type DecisionsFile, decisionsFor, readDecisionsOf } from "./decisions-file.ts";
import { sha256 } from "./digest/digest.ts";
import type { Input } from "./inputs.ts";
import { readInput } from "./inputs.ts";
import type { LargeFile } from "./large.ts";
import type { Reading } from "./vocabulary.ts";

export interface Fixed {
  readonly documents: readonly Document[];
  /** The decoded input, which the offsets of the documents count in; empty where it is too large, and they count in none. */
  readonly text: string;
  /** What people have decided about it before. */
  readonly decisions?: Decisions;
  /** Of a layout file whose edits were asked for, the lines of each document: the log counts in their text. */
  readonly lines?: readonly (readonly Line[])[];
}

/** What an input holds: its bytes, or a file too large to hold them. */
export type Opened = Uint8Array | LargeFile;

/** In bytes. A page of a newspaper has one or two million as ALTO, and ten where each letter has a box. */
const LARGE = 1 << 24;

/** @throws errors of the system where it cannot be read */
export async function openInput({ path }: Pick<Input, "path">, settings: Reading): Promise<Opened> {
  const size = path === null ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const large = size < LARGE ? null : (await import("./large.ts")).openLarge(path as string, settings);
  return large ?? readInput({ path });
}

/**
 * @throws InputError where the input is no text, and errors of the system where it cannot be read
 */
export async function fixInput(input: Input, settings: Reading): Promise<Fixed> {
  return fixOpened(await openInput(input, settings), input.path, settings);
}

/** What is to be known of an input besides its bytes. */
export interface Known {
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly digest: string;
  readonly decided: DecisionsFile | null;
}

function knownOf(opened: Opened, path: string | null, settings: Reading): Known {
  const digest = opened instanceof Uint8Array ? sha256(opened) : opened.sha256;
  return { digest, decided: decisionsFor(path, settings) };
}

/**
 * @param path where the bytes are from, for the document; null where they have no name
 * @throws InputError where they are no text
 */
export async function fixOpened(
  opened: Opened,
  path: string | null,
  settings: Reading,
  { digest, decided }: Known = knownOf(opened, path, settings),
): Promise<Fixed> {
  const { encoding, strict, lang, gapMark, keepTypography, edits, explain, confidence } = settings;
  const bytes = opened instanceof Uint8Array ? opened : opened.head;
  // While the model is read, what else is slow to load.
  const fetching = fetchModels(lang ?? likelyLanguage(bytes));
  loadWeights();
  const decisions = decided && readDecisionsOf(decided);
  const decoded =
    opened instanceof Uint8Array
      ? await decode(opened, { strict, ...(encoding !== undefined && { encoding }) })
      : { pieces: opened.pieces, encoding: "utf-8" as const, guessed: false, badBytes: 0 };
  const format = opened instanceof Uint8Array ? settings.formatIn : opened.format;
  await fetching;
  const { documents, pages } = await fixKeepingPages(decoded, {
    strict,
    keepTypography,
    edits,
    sha256: digest,
    ...(explain && { explain }),
    ...(confidence && { confidence }),
    ...(decisions && { decisions }),
    ...(path !== null && { path, beside: besideOf(path) }),
    ...(lang !== undefined && { lang }),
    ...(format !== undefined && { format }),
    ...(gapMark !== undefined && { gapMark }),
  });
  if (settings.validate) await validate(documents);
  const text = "text" in decoded ? decoded.text : "";
  const isLayout = documents[0]?.source.format !== "text";
  const lines = edits && isLayout ? pages.map((page) => page.lines) : null;
  return { documents, text, ...(decisions && { decisions }), ...(lines && { lines }) };
}

async function validate(documents: readonly Document[]): Promise<void> {
  const { violation } = await import("../write/schema.ts");
  for (const document of documents) {
    const found = violation(document);
    if (found !== null)
      throw new InputError(
        `its document breaks the schema at ${found}`,
        "this is a bug of pagefix, please report it",
      );
  }
}
