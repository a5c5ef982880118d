/** Words, as the dictionary that comes with the JavaScript engine (ICU) knows them. */

let segmenter: Intl.Segmenter | undefined;

/**
 * Whether a word stands across the place where two texts meet: 重|要 does, 做|势 does not. A few characters on either
 * side are enough; the dictionary is loaded when it is first asked.
 */
export function wordAcross(tail: string, head: string, lang: string): boolean {
  segmenter ??= new Intl.Segmenter(lang, { granularity: "word" });
  const before = [...tail].slice(-REACH).join("");
  const around = before + [...head].slice(0, REACH).join("");
  for (const { index, segment, isWordLike } of segmenter.segment(around)) {
    if (index >= before.length) return false;
    if (index + segment.length > before.length) return isWordLike === true;
  }
  return false;
}

/** The longest words of the dictionary that matter here have four characters; three more settle where they begin. */
const REACH = 7;
