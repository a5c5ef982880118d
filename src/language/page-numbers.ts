/** Names of pages where a text goes on: 第四版, ４版, 4 版. */

/** One page has one name, however it is printed: 第四版, ４版 and 4 版 are 4版. */
export function inDigits(page: string): string {
  return page
    .normalize("NFKC")
    .replace(/^[一二三四五六七八九十]+/, numeral)
    .replace(/^(\d+)\s+(?=[版页頁面ペ])/, "$1");
}

/** 十二 is 12, as 一二 is. */
function numeral(han: string): string {
  const [tens = "", ones] = han.split("十");
  if (ones === undefined) return [...tens].map(digitOf).join("");
  return `${tens === "" ? 1 : digitOf(tens)}${digitOf(ones)}`;
}

function digitOf(han: string): number {
  return Math.max(0, "〇一二三四五六七八九".indexOf(han || "〇"));
}
