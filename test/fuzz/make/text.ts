/** Texts that newspapers never print and engines now and then write. */
import type { Random } from "../../../src/training/random.ts";

/** Code points in which text tools find their limits. */
const HOSTILE: readonly string[] = [
  "\ud800",
  "\udc00",
  "\udfff\ud800",
  "\u0000",
  "\u0007\u001b[2J",
  "\u0301\u0302\u0303".repeat(9),
  "か\u3099",
  "e\u0301",
  "\u202e",
  "\u2066\u2069\u200f",
  "👩\u200d👩\u200d👧\u200d👦",
  "\u200b\ufeff",
  "\u00ad",
  "\ue000",
  "\u{10fffd}",
  "𠮷𠮶",
  "\ufffd",
  "\u2028",
  "\u2029",
  "\u0085",
  "\v",
  "\f",
  "\t",
  "葛\u{e0100}",
  "﷽",
  "İıßſŉ",
  "\u1160\u115f",
  "\u3164",
  "〆々〻ヽゝ",
  "__proto__",
  "constructor",
  "</script><!--",
  "]]>",
  "&#0;",
  "&amp;lt;",
];

/** Marks that open, close, part and end. */
const MARKS = [
  ..."，。、；：？！…—·“”‘’「」『』《》〈〉（）［］【】,.;:?!\"'()[]{}<>|｜│¦-–~_*#`\\/%&@^$=+■◆●□〇",
];
const LETTERS = [
  ..."的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经",
  ..."電車報紙國會學體與爾",
  ..."ニュースのはがをにとで東京",
  ..."한국어신문",
  ..."aAbBcCeEzZäéœß0123456789０１９",
];
const SPACES = [" ", "  ", "   ", "\u3000", "\u3000\u3000", "\t", "\u00a0", "\u2003"];
const LINE_ENDS = ["\n", "\n", "\n", "\n\n", "\n\n\n", "\r\n", "\r", "\v", "\u0085", "\u2028", "\f"];
const PHRASES = [
  "本报讯 记者林小舟报道",
  "（记者 何芸 通讯员 赵望）",
  "新华社北京11月1日电",
  "记者林小舟 摄",
  "图为居民在阅览室看书。",
  "（下转2版）",
  "上接第1版",
  "2031年5月6日 星期二",
  "责任编辑：田小雨 版式：庄越",
  "广告",
  "遗失声明",
  "By JOHN SMITH",
  "Continued on Page 3",
  "hyphen-\nation",
  "www.example.org",
  "0577-12345678",
  "街道办事处把旧礼堂改成了阅览室，附近的居民吃过晚饭便来看书",
  "志愿者轮流值班，书架由木器厂的老师傅义务打制。",
];

/** A few characters of one kind, or a phrase. */
export function run(random: Random): string {
  const many = (from: readonly string[], most: number) =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(from)).join("");
  switch (random.below(12)) {
    case 0:
      return many(HOSTILE, 3);
    case 1:
      return many(MARKS, 4);
    case 2:
      return many(SPACES, 2);
    case 3:
      return random.pick(PHRASES);
    case 4:
      return random.pick(LETTERS).repeat(1 + random.below(16));
    case 5:
      return String.fromCharCode(random.below(0x10000));
    case 6:
      return many(MARKS, 1).repeat(1 + random.below(12));
    default:
      return many(LETTERS, 10);
  }
}

export function line(random: Random): string {
  return Array.from({ length: 1 + random.below(3) }, () => run(random)).join("");
}

/** A page: lines of its own, columns side by side, or one line again and again. */
export function page(random: Random): string {
  const count = random.chance(0.01) ? random.below(120) : 1 + random.below(random.chance(0.1) ? 12 : 4);
  const lines = Array.from({ length: count }, () => line(random));
  if (random.chance(0.15)) return inColumns(lines, random);
  if (random.chance(0.1))
    return `${random.pick(lines)}${random.pick(LINE_ENDS)}`.repeat(1 + random.below(30));
  return lines
    .map((own) => (random.chance(0.2) ? random.pick(SPACES) : "") + own + random.pick(LINE_ENDS))
    .join("");
}

function inColumns(lines: readonly string[], random: Random): string {
  const [gutter, width] = [random.pick(["  ", "    ", " | ", "｜", "\u3000\u3000"]), 6 + random.below(12)];
  return lines
    .map((own) =>
      Array.from({ length: 2 + random.below(3) }, () =>
        `${own}${line(random)}`.slice(0, width).padEnd(width),
      ).join(gutter),
    )
    .join("\n");
}

/** A text that is as large as text gets: the limit is a second for each 100 kB. */
export function giant(random: Random): string {
  const size = random.pick([100_000, 300_000, 1_000_000]);
  switch (random.below(6)) {
    case 0:
      return "\n".repeat(size) + line(random);
    case 1:
      return run(random)
        .repeat(Math.ceil(size / 10))
        .slice(0, size);
    case 2:
      return `${line(random)}\n`.repeat(Math.ceil(size / 20)).slice(0, size);
    case 3:
      return `${random.pick(MARKS)}\n`.repeat(size >> 3);
    case 4:
      return Array.from({ length: size >> 6 }, () => line(random)).join("\n");
    default:
      return `${page(random)}\f`.repeat(Math.ceil(size / 200)).slice(0, size);
  }
}
