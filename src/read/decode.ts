/** Bytes → text. UTF-8 is settled here; what else it may be is asked of `detect-encoding.ts` only when it is not that. */
import { InputError } from "../page/errors.ts";
import { type EncodingName, encodingNamed, markedEncoding } from "./encodings.ts";
import { isBytes } from "./given.ts";
import { refuseBinary, refuseRubbish } from "./sniff.ts";

/** Text, and how it was found in the bytes. */
export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  /** WHATWG name, lower case. */
  readonly encoding: EncodingName;
  /** Neither a byte order mark, nor valid UTF-8, nor the caller settled the encoding. */
  readonly guessed: boolean;
  /** How many undecodable byte sequences became U+FFFD. */
  readonly badBytes: number;
}

/** The same of a text that is too long to be one string: its pieces, in their order. */
export interface DecodedPieces extends Omit<Decoded, "text"> {
  readonly pieces: Iterable<string>;
}

/** What the caller knows of the bytes. */
export interface DecodeOptions {
  /** Name or alias of the encoding; overrides the byte order mark (save for the byte order of UTF-16) and the guess. */
  readonly encoding?: string;
  /** Throw at the first undecodable byte sequence instead of putting U+FFFD. */
  readonly strict?: boolean;
}

/** Text and its bad byte sequences, before the byte order mark goes. `firstBad` is asked for in strict mode alone. */
export interface Conversion {
  readonly text: string;
  readonly badBytes: number;
  readonly firstBad: () => { readonly offset: number; readonly bytes: Uint8Array };
}

/**
 * Decodes the bytes of a text file. A byte order mark at its head is no part of the text: offset 0 is the character
 * after it. Bytes that mean nothing in the encoding become U+FFFD, which is counted unless it stood in the input.
 *
 * @throws InputError where the bytes are none, empty or no text at all, where `encoding` names no known encoding, and, with
 *   `strict`, at the first undecodable byte sequence.
 */
export async function decode(bytes: Uint8Array, options: DecodeOptions = {}): Promise<Decoded> {
  if (!isBytes(bytes))
    throw new InputError(
      `bytes were asked for, and ${typeof bytes === "string" ? "text" : String(bytes)} was given`,
      typeof bytes === "string" ? "give it to fixPage or fixFile as it is" : "give a Buffer or Uint8Array",
    );
  const named = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  const marked = markedEncoding(bytes);
  refuseBinary(bytes);
  // Of UTF-16, the mark knows the byte order better than the caller, who often says "utf-16" and no more.
  const settled = named?.startsWith("utf-16") && marked?.startsWith("utf-16") ? marked : (named ?? marked);
  const decoded = settled
    ? await decodeAs(bytes, settled, false, options)
    : (decodeAsPlainUtf8(bytes) ?? (await decodeAsGuessed(bytes, options)));
  if (named === undefined) refuseRubbish(decoded);
  return decoded;
}

/** Undefined where the bytes are no UTF-8, or hold NULs and may be UTF-16 of Latin script. */
function decodeAsPlainUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = validUtf8(bytes);
  if (text === undefined || text.includes("\0")) return undefined;
  return { text, encoding: "utf-8", guessed: false, badBytes: 0 };
}

async function decodeAsGuessed(bytes: Uint8Array, options: DecodeOptions): Promise<Decoded> {
  const { likeliestEncoding } = await import("./detect-encoding.ts");
  const isUtf8 = validUtf8(bytes) !== undefined;
  const encoding = await likeliestEncoding(bytes, isUtf8);
  return decodeAs(bytes, encoding, !(isUtf8 && encoding === "utf-8"), options);
}

async function decodeAs(
  bytes: Uint8Array,
  encoding: EncodingName,
  guessed: boolean,
  options: DecodeOptions,
): Promise<Decoded> {
  const { text, badBytes, firstBad } = await convert(bytes, encoding);
  if (options.strict && badBytes > 0) {
    const bad = firstBad();
    const hex = [...bad.bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    throw new InputError(
      `the bytes ${hex} at byte offset ${bad.offset} mean nothing in ${encoding}`,
      "name the right encoding with --encoding, or leave out --strict to read them as U+FFFD",
    );
  }
  return { text: text.startsWith("\uFEFF") ? text.slice(1) : text, encoding, guessed, badBytes };
}

async function convert(bytes: Uint8Array, encoding: EncodingName): Promise<Conversion> {
  if (encoding === "utf-8") return convertUtf8(bytes);
  if (encoding === "utf-16le" || encoding === "utf-16be") return convertUtf16(bytes, encoding);
  const { convertLegacy } = await import("./legacy.ts");
  return convertLegacy(bytes, encoding);
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

function convertUtf8(bytes: Uint8Array): Conversion {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  // EF BF BD, an encoded U+FFFD, is never part of another sequence: EF only ever begins one.
  let genuine = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (isReplacementAt(bytes, at)) genuine++;
  const badBytes = countReplacements(text) - genuine;
  return { text, badBytes, firstBad: () => firstBadUtf8(bytes, text) };
}

/** All before the first bad sequence is valid, so encoding it again tells its length. */
function firstBadUtf8(bytes: Uint8Array, text: string): { offset: number; bytes: Uint8Array } {
  const encoder = new TextEncoder();
  let offset = 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf("\uFFFD", from);
    offset += encoder.encode(text.slice(from, at)).length;
    if (!isReplacementAt(bytes, offset)) break;
    offset += 3;
    from = at + 1;
  }
  let end = offset + 1;
  while (end < bytes.length && end < offset + 4 && ((bytes[end] as number) & 0xc0) === 0x80) end++;
  return { offset, bytes: bytes.subarray(offset, end) };
}

function isReplacementAt(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
}

/** A lone surrogate or an odd last byte is bad; either takes one unit, so units of text and bytes keep step. */
function convertUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Conversion {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const low = encoding === "utf-16le" ? 0 : 1;
  const bad: number[] = [];
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1))
    if (bytes[2 * at + low] !== 0xfd || bytes[2 * at + 1 - low] !== 0xff) bad.push(2 * at);
  const firstBad = () => {
    const offset = bad[0] as number;
    return { offset, bytes: bytes.subarray(offset, offset + 2) };
  };
  return { text, badBytes: bad.length, firstBad };
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", at + 1)) count++;
  return count;
}
