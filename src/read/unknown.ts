/** Files with mark-up in a format that is not read: as text their mark-up would be taken for what the page says. */
import { InputError } from "../page/errors.ts";

const KNOWN =
  "known are ALTO, METS, PAGE XML, hOCR, pdftotext -bbox-layout, Tesseract's TSV and PaddleOCR's JSON; name one of them with --format-in if it is that, or read it as text with --format-in text";

/** @throws InputError where a text, in which no format was found, is XML, HTML or JSON all the same */
export function refuseUnknown(text: string): void {
  const start = text.search(/\S/);
  const first = text[start];
  if (first === "<") refuseMarkup(text, text.slice(start, start + HEAD));
  else if (first === "{" || first === "[") refuseJson(text.slice(start));
}

/** In UTF-16 units: enough for a declaration or a tag. */
const HEAD = 4096;

function refuseMarkup(text: string, head: string): void {
  if (/<title>[^<]* – pagefix<\/title>/.test(head))
    throw new InputError("this is a review that pagefix has made", "name the page that it was made from");
  if (/^<(?:!doctype html|html[\s>])/i.test(head))
    throw new InputError("this is HTML in no format that is read", KNOWN);
  if (/^<(?:\?xml\s|!doctype\s|!--)/i.test(head))
    throw new InputError("this is XML in no format that is read", KNOWN);
  // A line of a page may begin with a bracket of this shape.
  const [, name] = /^<([a-z][\w:.-]*)(?:\s[^<>]*)?>/i.exec(head) ?? [];
  if (name !== undefined && text.includes(`</${name}>`))
    throw new InputError(`this is mark-up (<${name}>) in no format that is read`, KNOWN);
}

function refuseJson(text: string): void {
  if (!isJson(text)) return;
  const head = text.slice(0, HEAD);
  if (/"version"\s*:\s*1\s*,\s*"source"\s*:\s*\{/.test(head)) {
    if (/"decisions"\s*:\s*\[/.test(head))
      throw new InputError("this is a file of decisions", "name its page, and this with --decisions");
    throw new InputError(
      "this is a document that pagefix has made already",
      "name the page that it was made from; pagefix undo, decisions and eval take documents",
    );
  }
  throw new InputError("this is JSON in no format that is read", KNOWN);
}

/** Whole, or as it begins: a line each, or broken off. A page may begin with a bracket too. */
function isJson(text: string): boolean {
  if (/^(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.)*"\s*:/.test(text)) return true;
  if (!/^(?:\[\s*[[{"]|\{\s*\})/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
