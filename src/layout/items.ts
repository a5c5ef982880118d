/** Items of a list, each behind a sign of its own: ●新建食堂五十家、 above ●改造小区一百二十个、. Each begins a block, whatever the one before ends with. */
import { endsInStopOrNote } from "../language/punctuation.ts";

/** What items are set behind. ○ is a zero of dates too, □ a character that was not read, and · stands within names. */
const SIGN = /^[▲△▼▽●■◆◇★☆◎◉▶►](?![▲△▼▽●■◆◇★☆◎◉▶►])/;
/** ●洗染各種衣料●, ★★★: an ornament. */
const ORNAMENT = /[▲△▼▽●■◆◇★☆◎◉]$/;
/** ▶上接第1版, ●导读 2版: says where to read on. */
const JUMP = /[版页頁]\s*[）)》〉]?$/;
/** Items of a list that stand below each other; two of them may be anything. */
const FEWEST = 3;

/** The sign that a text begins with, if others may begin with it too; empty for none. */
export function signOf(text: string): string {
  return SIGN.test(text) && !JUMP.test(text) && !ORNAMENT.test(text) ? text.charAt(0) : "";
}

/** For each text of a page whether it begins with a sign that another of them begins with. */
export function signedItems(texts: readonly string[]): boolean[] {
  const signs = texts.map(signOf);
  const count = new Map<string, number>();
  for (const sign of signs) if (sign !== "") count.set(sign, (count.get(sign) ?? 0) + 1);
  return signs.map((sign) => (count.get(sign) ?? 0) > 1);
}

/** For each text whether it is one of several below each other that begin with one sign, at least one of which ends without a stop. */
export function listedItems(texts: readonly string[]): boolean[] {
  const listed = texts.map(() => false);
  const signs = texts.map(signOf);
  for (let from = 0; from < texts.length; ) {
    const sign = signs[from];
    let to = from + 1;
    while (to < texts.length && signs[to] === sign) to++;
    const run = texts.slice(from, to);
    if (sign !== "" && run.length >= FEWEST && run.some((text) => !endsInStopOrNote(text)))
      listed.fill(true, from, to);
    from = to;
  }
  return listed;
}
