/** Bytes → pages. */
export type { Decoded, DecodedPieces } from "./decode.ts";
export { formatOf, INPUT_FORMATS, type InputFormat, readPages } from "./formats.ts";
export { emptyInput } from "./sniff.ts";
export { readText, type TextSource } from "./text.ts";
export { halvesIn } from "./well-formed.ts";
export { isWhiteSpace, LINE_ENDS } from "./white-space.ts";
