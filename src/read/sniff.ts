/** What is no text, and which command makes text of it. */
import { InputError } from "../page/errors.ts";

interface BinaryFormat {
  readonly name: string;
  /** Bytes at the head of the file; null stands for any byte. */
  readonly signature: readonly (number | null)[];
  readonly advice: string;
}

const OCR = "make text of it with an OCR engine first";

const FORMATS: readonly BinaryFormat[] = [
  { name: "a PNG image", signature: [0x89, ...ascii("PNG\r\n")], advice: tesseract("png") },
  { name: "a JPEG image", signature: [0xff, 0xd8, 0xff], advice: tesseract("jpg") },
  { name: "a TIFF image", signature: [...ascii("II"), 0x2a, 0x00], advice: tesseract("tif") },
  { name: "a TIFF image", signature: [...ascii("MM"), 0x00, 0x2a], advice: tesseract("tif") },
  { name: "a GIF image", signature: ascii("GIF8"), advice: tesseract("gif") },
  {
    name: "a WebP image",
    signature: [...ascii("RIFF"), null, null, null, null, ...ascii("WEBP")],
    advice: tesseract("webp"),
  },
  {
    name: "a JPEG 2000 image",
    signature: [0x00, 0x00, 0x00, 0x0c, ...ascii("jP  ")],
    advice: `convert it to PNG (opj_decompress -i page.jp2 -o page.png), then ${tesseract("png")}`,
  },
  {
    name: "a PDF",
    signature: ascii("%PDF-"),
    advice:
      "take its text out: pdftotext -bbox-layout page.pdf page.html keeps the boxes (plain pdftotext the text alone), or for scans ocrmypdf --sidecar page.txt page.pdf out.pdf",
  },
  {
    name: "a ZIP archive (or a .docx, .odt or .epub, which are such)",
    signature: [...ascii("PK"), 0x03, 0x04],
    advice: "unpack it: unzip file.zip; of a word processor's file: pandoc -t plain file.docx -o page.txt",
  },
  {
    name: "a gzip archive",
    signature: [0x1f, 0x8b, 0x08],
    advice: "unpack it: gunzip page.txt.gz (or tar -xzf for a .tar.gz)",
  },
  {
    name: "a bzip2 archive",
    signature: [...ascii("BZh"), null, 0x31, 0x41, 0x59],
    advice: "unpack it: bunzip2 page.txt.bz2",
  },
  {
    name: "an xz archive",
    signature: [0xfd, ...ascii("7zXZ"), 0x00],
    advice: "unpack it: unxz page.txt.xz",
  },
  {
    name: "a DjVu file",
    signature: ascii("AT&TFORM"),
    advice: "take its text out: djvutxt page.djvu page.txt",
  },
  {
    name: "an old Office file (.doc, .xls)",
    signature: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1],
    advice: "make text of it: soffice --headless --convert-to txt:Text page.doc",
  },
  {
    name: "UTF-32 text",
    signature: [0xff, 0xfe, 0x00, 0x00],
    advice: "convert it: iconv -f UTF-32 -t UTF-8 page.txt > utf8.txt",
  },
];

/** @throws InputError where the bytes begin as a known binary format does; it says which command makes text of it. */
export function refuseBinary(bytes: Uint8Array): void {
  if (bytes.length === 0) throw emptyInput();
  const format = FORMATS.find(({ signature }) =>
    signature.every((byte, i) => byte === null || bytes[i] === byte),
  );
  if (format) throw new InputError(`this is ${format.name}, not text`, format.advice);
}

/** A page or two; a binary file shows itself much sooner. */
const SAMPLE_CHARACTERS = 16_384;

/**
 * Random bytes are 13 % control or undefined characters read as Windows-1252, and 17 % undecodable, private or
 * unassigned read as UTF-16; the worst of OCR text holds a few in a thousand.
 */
const RUBBISH_SHARE = 0.08;
/** Fewer than this many are a flaw of the text, however short it is. */
const RUBBISH_FLOOR = 12;

const UNREADABLE = /(?![\t\n\v\f\r\u0085])\p{Cc}|\ufffd/gu;
/** Private characters that were read by no guess may well be text in a font of its own. */
const UNREADABLE_IF_GUESSED = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Co}\p{Cn}]|\ufffd/gu;

/** @throws InputError where no encoding makes sense of the bytes: even the best reading is full of rubbish. */
export function refuseRubbish({ text, guessed }: { readonly text: string; readonly guessed: boolean }): void {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const rubbish = sample.match(guessed ? UNREADABLE_IF_GUESSED : UNREADABLE)?.length ?? 0;
  if (rubbish < RUBBISH_FLOOR || rubbish < RUBBISH_SHARE * sample.length) return;
  throw new InputError(
    `this is not text: ${rubbish} of its first ${sample.length} characters mean nothing in any encoding`,
    `if it is an image, ${OCR}; if it is text, name its encoding with --encoding`,
  );
}

/** The error for an input that holds no text at all. */
export function emptyInput(): InputError {
  return new InputError("the input is empty", "check that the OCR engine wrote its text to this file");
}

function tesseract(extension: string): string {
  return `${OCR}: tesseract page.${extension} page -l chi_sim --psm 1`;
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
