/** Bytes → pages. */
export { type Decoded, type DecodedPieces, decode } from "./decode.ts";
export { formatOf, INPUT_FORMATS, type InputFormat, readPages } from "./formats.ts";
export { isBytes, refuseNoInput, refuseNoText, refuseUnheardOf } from "./given.ts";
export { emptyInput } from "./sniff.ts";
export { readText, type TextSource } from "./text.ts";
export { halvesIn } from "./well-formed.ts";
export { isWhiteSpace, LINE_ENDS } from "./white-space.ts";
