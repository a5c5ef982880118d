/** Bytes → pages. */
export { type Decoded, type DecodeOptions, decode } from "./decode.ts";
export { type EncodingName, encodingNamed } from "./encodings.ts";
export { formatOf, INPUT_FORMATS, type InputFormat, type PageSource, readPages } from "./formats.ts";
export { emptyInput, refuseBinary, refuseRubbish } from "./sniff.ts";
export { readText, type TextSource } from "./text.ts";
export { isWhiteSpace, LINE_ENDS, whiteSpaceWidth } from "./white-space.ts";
