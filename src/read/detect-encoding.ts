/**
 * Which encoding the bytes are most likely in. Each candidate tells a story of the same bytes; the likeliest story is
 * the one whose characters newspapers use most (naive Bayes over single characters). Wrong decodings betray
 * themselves even in a headline of ten characters: they are full of rare characters, or cannot be decoded at all.
 */
import { commonCharacters } from "./common-characters.ts";
import type { EncodingName } from "./encodings.ts";
import { convertLegacy, decodeCut } from "./legacy.ts";

/** Decides within nats of a full page, and costs every candidate one short decoding. */
const SAMPLE_BYTES = 16_384;

const UNICODE: readonly EncodingName[] = ["utf-8", "utf-16le", "utf-16be"];
const LEGACY = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1252"] as const;

/**
 * @param isUtf8 the bytes are valid UTF-8 (with NULs in it): then only UTF-16 is a rival
 * @returns the likeliest encoding; of equally likely ones the first of `UNICODE`, then `LEGACY`
 */
export async function likeliestEncoding(bytes: Uint8Array, isUtf8: boolean): Promise<EncodingName> {
  const sample = sampleOf(bytes);
  const candidates = isUtf8 ? UNICODE : [...UNICODE, ...LEGACY];
  let best: EncodingName = "utf-8";
  let highest = isUtf8 ? likelihood(sample, "utf-8") + VALIDITY_BONUS : Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const nats = likelihood(sample, candidate);
    if (nats > highest) {
      highest = nats;
      best = candidate;
    }
  }
  return best;
}

/** Valid UTF-8 is seldom an accident: UTF-16 has to be better by more than the doubt of one or two NULs. */
const VALIDITY_BONUS = 20;

/**
 * The stretch from the first byte that is not ASCII: all before is the same in every candidate but UTF-16, and none
 * has a character begin later. It starts at an even offset, where UTF-16 has a character begin.
 */
function sampleOf(bytes: Uint8Array): Sample {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = first < 0 ? 0 : first - (first % 2);
  const end = start + SAMPLE_BYTES;
  return { bytes: bytes.subarray(start, end), isCut: end < bytes.length };
}

interface Sample {
  readonly bytes: Uint8Array;
  /** Its end may cut a character in half. */
  readonly isCut: boolean;
}

/** A lower-case letter right beside a Han character, as in 間islateur for législateur, costs three nats. */
function likelihood(sample: Sample, encoding: EncodingName): number {
  const weigh = WEIGHERS[encoding];
  let nats = 0;
  let before = 0;
  for (const character of decodeStart(sample, encoding)) {
    const code = character.codePointAt(0) as number;
    nats +=
      weigh(code) - (isLowerCase(before) !== isLowerCase(code) && Math.max(before, code) >= 0x2e80 ? 3 : 0);
    before = code;
  }
  return nats;
}

function decodeStart({ bytes, isCut }: Sample, encoding: EncodingName): string {
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be")
    return new TextDecoder(encoding).decode(bytes, { stream: isCut });
  return isCut ? decodeCut(bytes, encoding) : convertLegacy(bytes, encoding).text;
}

type Weigher = (code: number) => number;

/** A Chinese text quotes kana seldom and hangul hardly ever, though GB 2312 and Big5 have the one and KS X 1001 both. */
const WEIGHERS: Readonly<Record<EncodingName, Weigher>> = {
  "utf-8": anyScript,
  "utf-16le": anyScript,
  "utf-16be": anyScript,
  gb18030: (code) => anyScript(code) - (isKana(code) || isHangul(code) ? 4 : 0),
  big5: (code) => anyScript(code) - (isKana(code) ? 4 : 0),
  shift_jis: anyScript,
  "euc-jp": anyScript,
  "euc-kr": (code) => anyScript(code) - (isKana(code) ? 4 : isHan(code) ? 2 : 0),
  "windows-1252": western,
};

/**
 * Log-probability of a character, in nats, rounded: the share of its class in newspaper text by the size of the class
 * (the first 500 Han: ln(0.75 / 500) = -6.5; the other common ones: ln(0.2 / 900) = -8.4).
 */
function anyScript(code: number): number {
  if (code < 0x80) return ascii(code);
  const commonness = commonCharacters().get(code);
  if (commonness !== undefined) return COMMON[commonness];
  if (isKana(code)) return code < 0x30a0 ? -5.2 : -6.3;
  if (code >= 0x4e00 && code <= 0x9fff) return -11.5;
  if (isHangul(code)) return -10;
  if (code >= 0x3000 && code <= 0x301f) return -5;
  if (code >= 0xff01 && code <= 0xff5e) return FREQUENT_FULL_WIDTH.has(code) ? -4.5 : -8;
  if (code >= 0x2010 && code <= 0x2026) return -6;
  if (code >= 0xc0 && code <= 0x17f) return -8;
  if (code >= 0xa1 && code <= 0xbf) return -9;
  if (code >= 0xff61 && code <= 0xff9f) return -10;
  if (code >= 0x2000 && code <= 0x2fff) return -10;
  return RARE;
}

const COMMON = { first: -6.5, second: -8, japanese: -8.4, hangul: -6.4 } as const;

/** ，．：；！？（） and the digits. */
const FREQUENT_FULL_WIDTH = new Set(
  [..."，．：；！？（）０１２３４５６７８９"].map((character) => character.charCodeAt(0)),
);

/** Other planes, other scripts, private use, control characters, U+FFFD: what no newspaper is full of. */
const RARE = -15;

/**
 * The same in all candidates, so that much ASCII speaks for none of them. Two letters are likelier than any one Han
 * character, or `le` would be one in UTF-16.
 */
function ascii(code: number): number {
  if (isLowerCase(code) || code === 0x20) return -2.8;
  return code >= 0x20 || (code >= 0x09 && code <= 0x0d) ? -3.8 : RARE;
}

function western(code: number): number {
  if (code < 0x80) return ascii(code);
  return FREQUENT_WESTERN.has(code) ? -6 : code === 0xfffd ? RARE : -9;
}

const FREQUENT_WESTERN = new Set(
  [..."éèàçêùâîôûëïäöüßñáíóúæøåœÉÈÀÇÊÄÖÜ’‘“”„–—…«»\u00a0°§£"].map((character) => character.charCodeAt(0)),
);

function isLowerCase(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isKana(code: number): boolean {
  return code >= 0x3041 && code <= 0x30fe && code !== 0x30fb;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}
