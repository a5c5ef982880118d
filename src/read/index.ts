/** Bytes → pages. */
export { type Decoded, type DecodeOptions, decode } from "./decode.ts";
export { type EncodingName, encodingNamed } from "./encodings.ts";
export { emptyInput, refuseBinary, refuseRubbish } from "./sniff.ts";
export { readText, type TextSource } from "./text.ts";
export { isWhiteSpace, LINE_ENDS, whiteSpaceWidth } from "./white-space.ts";
