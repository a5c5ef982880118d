/** What programs may give as an input: types say it, and JavaScript does not read them. */
import { InputError } from "../page/errors.ts";
import { LANGUAGES, type Language } from "../page/types.ts";
import type { Decoded, DecodedPieces } from "./decode.ts";
import { INPUT_FORMATS, type InputFormat } from "./formats.ts";

/** Of any realm, which `instanceof` does not know. */
export function isBytes(input: unknown): input is Uint8Array {
  return ArrayBuffer.isView(input) && "BYTES_PER_ELEMENT" in input && input.BYTES_PER_ELEMENT === 1;
}

/** @throws InputError where it is neither text nor what `decode` made */
export function refuseNoText(input: string | Decoded): void {
  if (typeof input === "string" || isOf(input, "text")) return;
  if (isBytes(input))
    throw new InputError(
      "the input is bytes, not text",
      "decode them first, fixPage(await decode(bytes)), or give them to fixFile",
    );
  throw wrong(input, "give a string, or what decode makes of bytes");
}

/** @throws InputError where it is not what `fixFile` takes */
export function refuseNoInput(input: string | Uint8Array | Decoded | DecodedPieces): void {
  if (typeof input === "string" || isBytes(input) || isOf(input, "text") || isOf(input, "pieces")) return;
  throw wrong(input, "give a string, bytes (a Buffer or Uint8Array), or what decode makes of them");
}

/** @throws InputError where there is no such language or format */
export function refuseUnheardOf({ lang, format }: { lang?: Language; format?: InputFormat }): void {
  if (lang !== undefined && !LANGUAGES.includes(lang)) throw unheardOf("language", lang, LANGUAGES);
  if (format !== undefined && !INPUT_FORMATS.includes(format))
    throw unheardOf("format", format, INPUT_FORMATS);
}

function isOf(input: unknown, key: "text" | "pieces"): boolean {
  if (typeof input !== "object" || input === null) return false;
  const value = (input as { readonly [name: string]: unknown })[key];
  return key === "text" ? typeof value === "string" : Object(value)[Symbol.iterator] !== undefined;
}

function wrong(input: unknown, advice: string): InputError {
  if (typeof (input as { then?: unknown } | null | undefined)?.then === "function")
    return new InputError("the input is a Promise", "await it first");
  const kind =
    input === null || input === undefined ? String(input) : (input.constructor?.name ?? typeof input);
  return new InputError(`the input is ${kind}, which cannot be read`, advice);
}

function unheardOf(what: string, given: unknown, known: readonly string[]): InputError {
  return new InputError(`there is no ${what} ${JSON.stringify(given)}`, `use one of ${known.join(", ")}`);
}
