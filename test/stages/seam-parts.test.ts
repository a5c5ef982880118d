/** The parts that the seams are made of, each by itself; `seams.test.ts` has them work together, and `seen` on pages. */
import { describe, expect, test } from "@jest/globals";
import { fixPages } from "../../src/index.ts";
import { tableOf } from "../../src/language/index.ts";
import { ZH } from "../../src/language/zh.ts";
import { measureRows, type Row } from "../../src/layout/measure.ts";
import { loadEncoder, loadModel, loadWeights } from "../../src/model/load.ts";
import { type LanguageModel, readHead, readTail } from "../../src/model/ngram.ts";
import { CERTAIN, type Settled } from "../../src/page/settled.ts";
import type { Print } from "../../src/page/types.ts";
import { disorderOf, seeOrder } from "../../src/stages/seams/disorder.ts";
import { ending } from "../../src/stages/seams/ending.ts";
import { type TextBlock, textBlocks } from "../../src/stages/seams/ends.ts";
import type { SeamContext } from "../../src/stages/seams/evidence.ts";
import { AT, emptyRow, named } from "../../src/stages/seams/features.ts";
import { withFurther } from "../../src/stages/seams/further.ts";
import { mayBeGap, partGaps } from "../../src/stages/seams/gaps.ts";
import { indentsOf } from "../../src/stages/seams/indents.ts";
import { type Candidate, choose, judge, seamPairs } from "../../src/stages/seams/index.ts";
import { joinTerms } from "../../src/stages/seams/pair-weights.ts";
import { headOf, isDecimalAcross, nearPairs, type Pair } from "../../src/stages/seams/pairs.ts";
import { cutOf, isDatelineAcross, repeatLength } from "../../src/stages/seams/repeat.ts";
import { withSettledGaps, withSettledPairs, withVerdicts } from "../../src/stages/seams/settled.ts";
import { bareOf } from "../../src/stages/seams/specks.ts";
import { collectWords, seeWords } from "../../src/stages/seams/words.ts";
import { labelled, pageOf, repaired } from "./pages.ts";

const ROW = { line: {} } as Row;
/** Blocks of ten units, a line end apart. */
const block = (index: number, text = "一二三四五六七八九十"): TextBlock =>
  ({
    index,
    text,
    start: 11 * index,
    end: 11 * index + 10,
    firstRow: ROW,
    lastRow: ROW,
    ending: ending(text, ZH),
  }) as TextBlock;
const blocks = [0, 1, 2, 3].map((index) => block(index));
const candidate = (tail: number, head: number, sum = 1): Candidate => ({
  tail: blocks[tail] as TextBlock,
  head: blocks[head] as TextBlock,
  repeat: 0,
  sum,
  share: 0.5,
  lost: 0,
  together: 0,
});
const names = (all: Iterable<Pair>) => [...all].map(({ tail, head }) => `${tail.index}–${head.index}`);

const none: Settled = { seams: [], roles: [], articles: [] };
const decided = (...seams: readonly (readonly ["join" | "apart" | "gap", number, number])[]): Settled => ({
  ...none,
  seams: seams.map(([verdict, tail, head]) => ({ verdict, tail: 11 * tail + 10, head: 11 * head, says: "" })),
});

describe("indents", () => {
  const first = (width: number, indent = 0) =>
    ({ firstRow: { line: { indent }, width, measureAfter: 16 } as Row }) as TextBlock;
  const read = (own: readonly TextBlock[], spaced = false) => {
    const isIndented = indentsOf(own, spaced);
    return isIndented && own.map(isIndented);
  };
  const narrower = Array.from({ length: 5 }, () => first(14));

  test("show by their white", () => {
    expect(read([first(16, 2), first(16), first(14)])).toEqual([true, false, false]);
  });

  test("show by first lines that are narrower, where an engine has left the white out", () => {
    expect(read([...narrower, first(16), first(15), first(9)])?.slice(5)).toEqual([false, null, null]);
    expect(read(narrower)).toEqual([true, true, true, true, true]);
  });

  test("are not told where few texts begin so, and where words fill lines more or less", () => {
    expect(read(narrower.slice(1))).toBeNull();
    expect(read([...narrower, ...Array.from({ length: 15 }, () => first(16))])).toBeNull();
    expect(read(narrower, true)).toBeNull();
  });
});

describe("words on both sides of a seam, where words are parted by spaces", () => {
  const rows = ["The Harbour board met", "and the fishermen’s guild left", "— 12 —"].map(
    (text) => ({ text }) as Row,
  );
  const page = collectWords(rows, null);
  const known = ["fishermen", "to-day"];
  const knowing = collectWords(rows, { has: (word) => known.includes(word.toLowerCase()) });
  const seen = (tail: string, head: string, own = page) => {
    const row = emptyRow();
    seeWords(row, tail, head, own);
    return Object.entries(named(row))
      .filter(([name, value]) => name !== "bias" && value !== 0)
      .map(([name]) => name);
  };

  test("the words of a page, and its neighbours inside a line, in any letters", () => {
    const known = ["harbour", "HARBOUR", "harbour board", "fishermen’s guild", "the"];
    const unknown = ["met and", "board harbour", "undefined the", "12", "guild left —"];
    expect(known.filter((words) => !page.has(words))).toEqual([]);
    expect(unknown.filter((words) => page.has(words))).toEqual([]);
  });

  test.each([
    [
      "a broken word that the page has whole",
      "the har-",
      "bour stands",
      ["headLowerCase", "tailHyphen", "wordOnPage"],
    ],
    ["one that it has not", "the fisher-", "men stand", ["headLowerCase", "tailHyphen"]],
    ["a hyphen before a capital", "the har-", "Bour stands", ["wordOnPage"]],
    [
      "two words that stand together elsewhere",
      "at the harbour",
      "board of works",
      ["headLowerCase", "wordsOnPage"],
    ],
    ["two that do not", "at the board", "harbour", ["headLowerCase"]],
    ["a word that no sentence ends with", "at the", "Harbour", ["tailHangs"]],
    ["no word behind", "at the harbour", "— 12", []],
    ["no word before", "12 —", "board", ["headLowerCase"]],
    ["no word at all", "12 —", "— 12", []],
  ])("%s", (_, tail, head, names) => {
    expect(seen(tail, head)).toEqual(names);
  });

  test.each([
    [
      "a broken word of the language",
      "the Fisher-",
      "men stand",
      ["headLowerCase", "tailHyphen", "wordKnown"],
    ],
    ["a compound", "until to-", "day the", ["headLowerCase", "tailHyphen", "wordKnown"]],
    ["one that the page has", "the har-", "bour stands", ["headLowerCase", "tailHyphen", "wordOnPage"]],
    ["neither", "the fisher-", "bour stands", ["headLowerCase", "tailHyphen", "wordNowhere"]],
    ["a capital, which no broken word goes on with", "the fisher-", "Men stand", ["wordNowhere"]],
    ["no word behind", "the fisher-", "— 12", ["wordNowhere"]],
  ])("and where the words of the language are known: %s", (_, tail, head, names) => {
    expect(seen(tail, head, knowing)).toEqual(names);
  });
});

describe("repeats at a seam", () => {
  const length = (tail: string, head: string) => repeatLength(block(0, tail), block(1, head), null, ZH);

  test("words of spaced scripts stand twice as a whole, never a piece of one", () => {
    const latin = (tail: string, head: string) =>
      repeatLength(block(0, tail), block(1, head), null, tableOf("fr"));
    expect(latin("aux quatre coins de la", "laires françaises.")).toBe(0);
    expect(latin("dans une voilà", "là sa maison.")).toBe(0);
    expect(latin("aux quatre coins de la", "de la rue.")).toBe(5);
  });

  test.each([
    ["one character, which may double by itself", "他们都是老街坊的人", "人人都来了", 0],
    ["two", "回头客比", "客比往年多了三成", 2],
    ["three", "生意也跟着亮堂", "跟着亮堂起来了", 4],
    ["none", "回头客比", "往年多了三成", 0],
    ["the last character alone again, further on", "回头客比", "往年客比", 0],
    ["all of the head, which would leave nothing", "他说客比", "客比", 0],
    ["half a character", "甲𠮷", "甲𠮷乙", 3],
    ["a dateline across what was read twice", "据新华社北京11月1日", "日电 会议昨天召开", 1],
  ])("%s", (_, tail, head, expected) => {
    expect(length(tail, head)).toBe(expected);
  });

  test("of a printed line and a half, and of no more", () => {
    const letters = Array.from({ length: 41 }, (_, i) => String.fromCharCode(0x4e00 + 11 * i)).join("");
    expect(length(`说${letters.slice(0, 40)}`, `${letters.slice(0, 40)}。`)).toBe(40);
    expect(length(`说${letters}`, `${letters}。`)).toBe(0);
  });

  test("a dateline begins in the tail and ends in the head", () => {
    expect(isDatelineAcross("据新华社北京11月1", "日电 会议召开", ZH)).toBe(true);
    expect(isDatelineAcross("据新华社北京11月1日电", "会议召开", ZH)).toBe(false);
    expect(isDatelineAcross("昨天", "会议召开", ZH)).toBe(false);
  });
});

describe("a number across a seam", () => {
  test.each([
    ["3.|3个百分点", "比“十四五”末提高3.", "3个百分点。", true],
    ["11.|.8, read twice", "否认11.", ".8亿条", true],
    ["a full-width point", "提高3．", "3个百分点。", true],
    ["a sentence that ends on a number", "提高了3。", "3月起实行。", false],
    ["no number behind it", "提高3.", "个百分点。", false],
  ])("%s", (_, tail, head, expected) => {
    expect(isDecimalAcross(tail, head)).toBe(expected);
  });

  test("a point behind a digit looks further than the next text, for digits alone; a stop does not", () => {
    const pairs = (tail: string) => {
      const texts = [tail, "其他文字", "也是文字", "3个百分点"].map((text, i) =>
        Object.assign(block(i, text), { lastRow: { ...ROW, width: 10 }, nextLine: false }),
      );
      return names(nearPairs(texts, { model: null, table: ZH })).filter((name) => name.startsWith("0"));
    };
    expect(pairs("比去年提高3.")).toEqual(["0–1", "0–3"]);
    expect(pairs("比去年提高了。")).toEqual(["0–1"]);
  });
});

describe("marks that begin no printed line", () => {
  const model = loadModel("zh-Hans");
  const tail = { ...block(0), open: [], asTail: model && readTail(model, "要把服务职工放在重") } as TextBlock;
  const head = (text: string, measureAfter: number) => {
    const firstRow = { ...ROW, width: 16, measureAfter } as Row;
    return {
      ...block(1, text),
      closes: text.startsWith("”") ? "”" : null,
      asHead: model && readHead(model, text),
      bare: bareOf(text, firstRow, ZH, model),
    } as TextBlock;
  };
  const read = (own: TextBlock, before = tail) => headOf({ tail: before, head: own, repeat: 0 }, model).text;

  test("are left out where a text is read, for they are specks and rules", () => {
    expect(read(head("”要议事日程，努力解决", 16))).toBe("要议事日程，努力解决");
    expect(read(head("_ 要议事日程，努力解决", 16))).toBe("要议事日程，努力解决");
  });

  test("a quote that the text does not close is one too where the text reads on without it", () => {
    expect(read(head("“要议事日程，努力解决", 16))).toBe("要议事日程，努力解决");
    expect(read(head("“要议事日程”，努力解决", 16))).toBe("“要议事日程”，努力解决");
    expect(read(head("“要议事日程，努力解决", 0))).toBe("“要议事日程，努力解决");
  });

  test("stay where they close what the tail opened, where they are commas, and in text that is cut into no lines", () => {
    expect(read(head("”要议事日程，努力解决", 16), { ...tail, open: ["”"] })).toBe("”要议事日程，努力解决");
    expect(read(head("，要议事日程，努力解决", 16))).toBe("，要议事日程，努力解决");
    expect(read(head("”要议事日程，努力解决", 0))).toBe("”要议事日程，努力解决");
  });
});

describe("what goes on on another page", () => {
  test.each(["灯又亮了起来(下转第3版)", "灯又亮了起来（下转第3版） “"])("%s", (text) => {
    const pairs = (own: string) =>
      names(
        nearPairs(
          [block(0, own), block(1, "要议事日程")].map((it) => ({ ...it, nextLine: false })),
          { model: null, table: ZH },
        ),
      );
    expect(pairs(text)).not.toContain("0–1");
    expect(pairs("灯又亮了起来")).toContain("0–1");
  });
});

describe("heads further away", () => {
  const text = [
    "停工多年的红星纺织厂上周末重新亮起了灯，老工人记得的是中华人民共",
    "名老工人上台谢幕，门外还站着不少没有票的街坊。",
    ...Array.from({ length: 15 }, (_, i) => `第${i + 1}条线路的公交车昨天恢复运行，沿线居民出门方便了许多。`),
    "和国成立那年，红星纺织厂的老工人都来了。",
  ].join("\n\n");
  const tools = { model: loadModel("zh-Hans"), encoder: loadEncoder("zh-Hans"), words: null };
  const { model: seams } = loadWeights("zh-Hans").seams;
  const weights = { seams, gaps: null, together: [], within: null, likely: 0.5 };
  const { blocks: all, pairs, context } = seamPairs(pageOf(text), tools);
  const { candidates } = judge(pairs, weights, context);
  /** The same, as if the tail went on in the next text by so much. */
  const taken = (share: number, sum: number) => {
    const near = candidates.map((it) =>
      it.tail.index === 0 && it.head.index === 1 ? { ...it, share, sum } : it,
    );
    return withFurther(near, all, weights, context).some(
      ({ tail, head }) => tail.index === 0 && head.index === 17,
    );
  };

  test("are looked at where none near by is sure, and they are much likelier", () => {
    expect([taken(0.5, 0), taken(0.9, 0), taken(0.5, 20)]).toEqual([true, false, false]);
  });
});

describe("what the evidence says together", () => {
  const tools = { model: loadModel("zh-Hans"), encoder: loadEncoder("zh-Hans"), words: null };
  const { model: seams } = loadWeights("zh-Hans").seams;
  const LONG = "停工多年的红星纺织厂上周末重新亮起了灯，老工人记得的是中华人民共";
  const ENDING = [
    "第一条线路的公交车昨天恢复运行，沿线居民出门方便了许多，司机都是老师傅。",
    "名老工人上台谢幕，门外还站着不少没有票的街坊，灯光照着他们的脸，有人鼓掌。",
  ];
  /** What two nats, said together whatever is seen, add to the sum of the first two texts of a page. */
  const added = (...texts: readonly string[]) => {
    const { pairs, context } = seamPairs(pageOf(texts.join("\n\n")), tools);
    const [with_, without] = [[{ bias: 1, weights: { bias: 0.5 }, out: 4 / 3 }], []].map(
      (together) =>
        judge(pairs, { seams, gaps: null, together, within: null, likely: 0.5 }, context).candidates.find(
          ({ tail, head }) => tail.index === 0 && head.index === 1,
        ) as Candidate,
    );
    expect(with_?.together).toBeCloseTo((with_?.sum ?? 0) - (without?.sum ?? 0), 9);
    return with_?.together;
  };

  test.each([
    ["is a term of the sum", [LONG, "和国成立那年，红星纺织厂的老工人都来了。"], 2],
    ["is nothing of a short tail", ["亮起了灯的人民共", "和国成立那年，红星纺织厂的老工人都来了。"], 0],
    ["is nothing of a short head", [LONG, "和国成立那年。"], 0],
  ])("%s", (_, texts, nats) => {
    expect(added(...texts, ...ENDING)).toBe(nats);
  });

  test("is nothing where paragraphs end with anything", () => {
    const open = ENDING.map((text) => `${text.slice(0, -1)}街坊说线路`);
    expect(added(LONG, "和国成立那年，红星纺织厂的老工人都来了，门外还站着不少街坊", ...open)).toBe(0);
  });

  test("is shown beside what each piece says, strongest first", () => {
    const features = { bias: 1, akin: 2 };
    const weights = { bias: -1, akin: 2 };
    expect(joinTerms(features, weights, 3)).toEqual([
      { name: "akin", weight: 4 },
      { name: "together", weight: 3 },
      { name: "bias", weight: -1 },
    ]);
    expect(joinTerms(features, weights, 0)).toHaveLength(2);
  });
});

describe("text missing between a tail and its head", () => {
  test("is taken for likely where it is likelier than not", () => {
    const whole = { ...candidate(0, 1), share: 0.41, lost: 0.39 };
    const gap = { ...candidate(1, 2), share: 0.3, lost: 0.5, repeat: 2 };
    const parted = partGaps([whole, gap], 0.5);
    expect(parted.whole).toEqual([whole]);
    expect(parted.gaps).toEqual([{ ...gap, share: 0.5, lost: 0.3, repeat: 0 }]);
  });

  test("is taken for likely between full lines from four fifths on", () => {
    const row = (width: number) => ({ ...ROW, width, measure: 16, measureAfter: 16 }) as Row;
    const pair = (lastRow: Row, firstRow: Row, share: number) => ({
      ...candidate(0, 1),
      tail: { ...block(0), lastRow },
      head: { ...block(1), firstRow },
      share,
      lost: 0.5,
    });
    const full = pair(row(16), row(15), 0.2);
    const lost = pair(row(16), row(15), 0.1);
    const short = pair(row(12), row(15), 0.2);
    const indented = pair(row(16), row(14), 0.2);
    const { whole } = partGaps([full, lost, short, indented], 0.5);
    expect(whole).toEqual([full]);
  });

  test("is not looked for behind a sentence that ends", () => {
    const pair = (text: string) => ({ tail: block(0, text), head: block(1), repeat: 0 });
    expect([pair("他说完了。"), pair("他说完")].map(mayBeGap)).toEqual([false, true]);
  });
});

describe("how far columns stand out of order", () => {
  const joins = (next: number, far: number) => [
    ...Array.from({ length: next }, () => ({ isNext: true, probability: 1 })),
    ...Array.from({ length: far }, () => ({ isNext: false, probability: 1 })),
  ];

  test("nothing on a page that shows nothing, less where joins follow each other, more where they do not", () => {
    expect(disorderOf([])).toBe(0);
    expect(disorderOf(joins(7, 0))).toBeCloseTo(-Math.log(10 / 3));
    expect(disorderOf(joins(0, 1))).toBeCloseTo(Math.log(13 / 3));
    expect(disorderOf(joins(0, 30))).toBe(1.5);
    expect(disorderOf(joins(3, 1))).toBeGreaterThan(0);
  });

  test("what lies between counts by it", () => {
    const row = emptyRow();
    row[AT.textBetween] = 3;
    row[AT.backwards] = 1;
    seeOrder(row, -2);
    expect(named(row)).toMatchObject({ disorder: -2, disorderTextBetween: -6, disorderBackwards: -2 });
  });
});

describe("decisions about seams", () => {
  const context = { model: null, table: ZH } as unknown as SeamContext;
  const near = [candidate(0, 1), candidate(1, 2)];

  test("a pair that lies further apart than tails look is looked at if it was decided on, once", () => {
    expect(names(withSettledPairs(near, blocks, context, decided(["join", 3, 0], ["join", 0, 1])))).toEqual([
      "0–1",
      "1–2",
      "3–0",
    ]);
    expect(names(withSettledPairs(near, blocks, context, decided(["gap", 0, 3])))).toEqual([
      "0–1",
      "1–2",
      "0–3",
    ]);
    expect(names(withSettledPairs(near, blocks, context, decided(["apart", 0, 3])))).toEqual(["0–1", "1–2"]);
  });

  test("are certain; what was not decided on keeps its sum", () => {
    const judged = withVerdicts(
      [candidate(0, 1), candidate(1, 2), candidate(2, 3)],
      decided(["join", 0, 1], ["apart", 1, 2]),
    );
    expect(judged.map(({ sum, share }) => [sum, share])).toEqual([
      [CERTAIN, 1],
      [-CERTAIN, 0],
      [1, 0.5],
    ]);
    expect(judged.map(({ verdict }) => verdict?.weight)).toEqual([CERTAIN, -CERTAIN, undefined]);
  });

  test("the two sides of a gap join nothing", () => {
    const all = [candidate(0, 1), candidate(0, 2), candidate(3, 1), candidate(2, 3)];
    expect(withVerdicts(all, decided(["gap", 0, 1])).map(({ sum }) => sum)).toEqual([
      -CERTAIN,
      -CERTAIN,
      -CERTAIN,
      1,
    ]);
  });

  test("nor does what was said to be no text, as a tail or as a head", () => {
    const role = (role: "title" | "text", start: number, end: number): Settled => ({
      ...none,
      roles: [{ role, span: { start, end }, says: "" }],
    });
    const sums = (settled: Settled) =>
      withVerdicts([candidate(0, 1), candidate(1, 2), candidate(2, 3)], settled).map(({ sum }) => sum);
    expect(sums(role("title", 11, 21))).toEqual([-CERTAIN, -CERTAIN, 1]);
    expect(sums(role("title", 5, 11))).toEqual([1, 1, 1]);
    expect(sums(role("title", 12, 21))).toEqual([1, 1, 1]);
    expect(sums(role("text", 11, 21))).toEqual([1, 1, 1]);
  });

  test("a gap that was decided is one, whatever was found", () => {
    const all = [candidate(0, 1), candidate(1, 2), candidate(2, 3)];
    const gaps = withSettledGaps([], all, [], decided(["gap", 1, 2]));
    expect(names(gaps)).toEqual(["1–2"]);
    expect(gaps[0]).toMatchObject({ sum: CERTAIN, share: 1, verdict: { weight: CERTAIN } });
  });

  test("gaps that were found stay where nothing was decided, and beside no gap that was", () => {
    const all = [candidate(0, 1), candidate(0, 2), candidate(3, 1), candidate(3, 2)];
    expect(names(withSettledGaps([candidate(3, 2)], all, [], decided(["gap", 0, 1])))).toEqual([
      "3–2",
      "0–1",
    ]);
    for (const found of [candidate(0, 2), candidate(3, 1)])
      expect(names(withSettledGaps([found], all, [], decided(["gap", 0, 1])))).toEqual(["0–1"]);
    expect(names(withSettledGaps([candidate(0, 1)], all, [], decided(["apart", 0, 1])))).toEqual([]);
  });

  test("a join stands before a gap, and the first gap before another", () => {
    const all = [candidate(0, 1), candidate(0, 2), candidate(3, 1)];
    expect(names(withSettledGaps([], all, [candidate(0, 3)], decided(["gap", 0, 1])))).toEqual([]);
    expect(names(withSettledGaps([], all, [candidate(2, 1)], decided(["gap", 0, 1])))).toEqual([]);
    expect(names(withSettledGaps([], all, [], decided(["gap", 0, 1], ["gap", 0, 2], ["gap", 3, 1])))).toEqual(
      ["0–1"],
    );
  });
});

test("a headline may be a piece of a paragraph, but not in type larger than that of text", () => {
  const page = labelled(["text", "路灯装到了小巷的"], ["title", "每一个角落"]);
  const doubtful = (size?: number) => {
    const lines = page.lines.map((line) => ({ ...line, ...(size && { print: { size } as Print }) }));
    const { blocks } = textBlocks({ ...page, lines }, measureRows(page), ZH, null);
    return blocks.map(({ text }) => text);
  };
  expect(doubtful()).toEqual(["路灯装到了小巷的", "每一个角落"]);
  expect(doubtful(1.1)).toEqual(["路灯装到了小巷的", "每一个角落"]);
  expect(doubtful(2)).toEqual(["路灯装到了小巷的"]);
});

describe("the joins of a page", () => {
  test("each tail and each head has one partner at most, so that the whole is likeliest", () => {
    expect(
      names(choose([candidate(0, 1, 3), candidate(0, 2, 2), candidate(3, 1, 2), candidate(3, 2, -1)])),
    ).toEqual(["0–2", "3–1"]);
  });

  test("what bites its own tail gives up its weakest join", () => {
    expect(names(choose([candidate(0, 1, 3), candidate(1, 2, 1), candidate(2, 0, 2)]))).toEqual([
      "0–1",
      "2–0",
    ]);
    expect(names(choose([candidate(0, 1, 1), candidate(1, 0, 2), candidate(2, 3, 1)]))).toEqual([
      "1–0",
      "2–3",
    ]);
    expect(names(choose([candidate(0, 1, 3), candidate(1, 2, 2), candidate(2, 0, 1)]))).toEqual([
      "0–1",
      "1–2",
    ]);
  });
});

describe("choices", () => {
  const page = `停工多年的红星纺织厂上周末重新亮起了灯，各级工会要把服务职工放在重

要议事日程，努力解决职工群众的实际困难，近年来，全省各级工会把做

势，有效提升了就业服务的质量，来得最早的几位在窗边坐

渡船每隔十分钟开出一班，末班船在夜里离岸。`;
  const choices = fixPages(page, { explain: true }).flatMap((document) => document.choices ?? []);
  const seams = choices.filter(({ about }) => about === "seam");

  test("say how likely they are, in thousandths, and no less likely than what came second", () => {
    expect(seams.map(({ decided }) => decided)).toEqual(expect.arrayContaining(["joined", "gap"]));
    for (const { probability, second } of seams)
      for (const own of [probability, second?.probability ?? 0]) {
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThanOrEqual(1);
        expect(own).toBe(Number(own.toFixed(3)));
      }
    const sums = (kind: string) =>
      seams
        .filter(({ decided }) => decided === kind)
        .map(({ probability, second }) => probability + (second?.probability ?? 0));
    for (const sum of sums("apart")) expect(sum).toBeCloseTo(1, 2);
    for (const sum of [...sums("gap"), ...sums("joined")]) expect(sum).toBeLessThanOrEqual(1.001);
  });

  test("stand in the order of the page, each with what spoke for it", () => {
    const ends = seams.map(({ tail }) => tail?.end ?? 0);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    for (const { evidence } of seams) expect(evidence).not.toEqual([]);
  });

  test("that people have made begin with that", () => {
    const decisions = seams.map(({ tail, head }) => ({
      do: "apart" as const,
      tail: { text: tail?.text.slice(-8) ?? "" },
      head: { text: head.text.slice(0, 8) },
    }));
    const source = { path: null, sha256: null };
    const made = fixPages(page, {
      explain: true,
      decisions: {
        version: 1,
        source,
        decisions: [{ ...(decisions[0] as (typeof decisions)[0]), do: "join" }],
      },
    }).flatMap((document) => document.choices ?? []);
    const [own] = made.filter(({ about }) => about === "seam");
    expect(own?.evidence[0]).toEqual({ name: "decision", weight: CERTAIN });
  });
});

describe("warnings", () => {
  test("about a gap across a picture they stand at the end of the tail", () => {
    const lead = "停工多年的红星纺织厂上周末重新亮起了灯，三号车间改成的社区剧场迎来首场演出。";
    const caption = `图为首场演出谢幕时的情景，台上台下都站了起来，掌声响了很久，谁也不肯先走，连门外的人也不肯散去，等着再看一眼台上的人。`;
    const text = (between: string) =>
      `${lead}近年来，全省各级工会把做\n\n${between}势，有效提升了就业服务的质量，职工群众普遍表示满意。`;
    const [near] = repaired(text("")).warnings;
    expect([near?.code, near?.span?.start, (near?.span?.end ?? 0) - (near?.span?.start ?? 0)]).toEqual([
      "missing-text",
      50,
      2,
    ]);
    const [far] = repaired(text(`${caption}\n\n`)).warnings;
    expect([far?.code, far?.span]).toEqual(["missing-text", { start: 50, end: 50 }]);
  });
});

test("a join that is not sure takes nothing from a head that begins well as it stands", () => {
  const model = loadModel("zh-Hans") as LanguageModel;
  const cut = (tail: string, head: string, repeat: number, share: number) =>
    cutOf(
      {
        tail: { ...block(0, tail), asTail: readTail(model, tail) },
        head: { ...block(1, head), asHead: readHead(model, head) },
        repeat,
        share,
      },
      model,
    );
  const own = ["会议认为，要把握好总书记", "总书记强调，要坚持和加强党的全面领导。", 3] as const;
  expect(cut(...own, 0.48)).toBe(0);
  expect(cut(...own, 0.98)).toBe(3);
  expect(cut("她那天晚上比平时迟", "平时迟收铺，回家做饭。", 3, 0.48)).toBe(3);
  expect(cutOf({ tail: block(0), head: block(1), repeat: 2, share: 0.48 }, null)).toBe(0);
});
