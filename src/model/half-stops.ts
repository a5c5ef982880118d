/** A half-width point that stands for a full stop between Han: 要抓好落实.各地要… but not 约翰.肯尼迪, 1.加强领导, 3.5. */
import { isHan } from "../language/punctuation.ts";
import { type LanguageModel, perSymbol } from "./ngram.ts";

/** UTF-16 units on either side that are read. */
const REACH = 11;
/** Nats by which a stop has to read better there than the dot of a name; and where the paragraph has points for all its stops. */
const SURE = 8;
const SURE_AMONG_POINTS = 3.5;
/** Shortest text, in UTF-16 units, that a point at its end closes as a sentence. */
const SENTENCE = 6;

const CLOSING = "”’」』）)\"'";

/** The places of points that are full stops. */
export function halfWidthStops(text: string, model: LanguageModel | null): number[] {
  const places: number[] = [];
  const sure =
    /[\u4e00-\u9fff]\.["'”’」』）)]*$/.test(text) && !text.includes("。") ? SURE_AMONG_POINTS : SURE;
  for (let at = text.indexOf("."); at >= 0; at = text.indexOf(".", at + 1)) {
    const before = text[at - 1] ?? "";
    if (!(isHan(before) || "%％".includes(before)) || before === "") continue;
    let next = at + 1;
    while (next < text.length && CLOSING.includes(text[next] as string)) next++;
    const after = text[next] ?? "";
    const isEnd = next === text.length && at >= SENTENCE;
    if (isEnd || (isHan(after) && (next > at + 1 || !isHan(before) || isStop(text, at, model, sure))))
      places.push(at);
  }
  return places;
}

function isStop(text: string, at: number, model: LanguageModel | null, sure: number): boolean {
  if (!model) return false;
  const reading = (mark: string) => {
    const read = text.slice(Math.max(0, at - REACH), at) + mark + text.slice(at + 1, at + 1 + REACH);
    return perSymbol(model, read) * read.length;
  };
  return reading("。") - reading("·") > sure;
}
