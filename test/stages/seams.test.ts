import { describe, expect, test } from "@jest/globals";
import type { JoinEdit } from "../../src/page/types.ts";
import { repaired, texts } from "./pages.ts";

const LEAD = "停工多年的红星纺织厂上周末重新亮起了灯，三号车间改成的社区剧场迎来首场演出。";
const joins = (text: string) =>
  repaired(text).log.filter((edit): edit is JoinEdit => edit.kind === "join" && edit.seam.kind !== "wrap");

describe("what joins", () => {
  test("a sentence cut at the foot of a column", () => {
    const { page, warnings } = repaired(`
${LEAD}各级工会要把服务职工放在重

要议事日程，努力解决职工群众的实际困难。`);
    expect(texts(page)).toEqual([
      `${LEAD}各级工会要把服务职工放在重要议事日程，努力解决职工群众的实际困难。`,
    ]);
    expect(warnings).toEqual([]);
  });

  test("over a caption, which stays a block of its own", () => {
    const { page } = repaired(`
${LEAD}两百个座位坐得满满当当，门外还站着不少没有票的街坊，舍不得离

图为首场演出谢幕时的情景。记者 叶知秋 摄

开。演出散场后，许多老工人在舞台边合影留念。`);
    expect(texts(page)).toEqual([
      `${LEAD}两百个座位坐得满满当当，门外还站着不少没有票的街坊，舍不得离开。演出散场后，许多老工人在舞台边合影留念。`,
      "图为首场演出谢幕时的情景。记者 叶知秋 摄",
    ]);
  });

  test("over more text than a tail looks over, where neither side has found another", () => {
    const between = Array.from(
      { length: 15 },
      (_, i) => `第${i + 1}条线路的公交车昨天恢复运行，早晚高峰增加了班次，沿线居民出门方便了许多。`,
    );
    const [tail, head] = [
      `${LEAD}各级工会努力解决职工群众的实际困`,
      "难，首场演出的票款全部捐给纺织厂的老工人。",
    ];
    const { page } = repaired([tail, ...between, head].join("\n\n"));
    expect(texts(page)).toEqual([tail + head, ...between]);
  });

  test("a byline cut in the middle, in what ends it", () => {
    const text = `
纺织厂里的新剧场

本报讯 记者叶知秋、何

芸报道 ${LEAD}演出散场后，许多老工人在舞台边合影留念。`;
    expect(texts(repaired(text).page)).toEqual([
      "纺织厂里的新剧场",
      "本报讯 记者叶知秋、何芸报道",
      `${LEAD}演出散场后，许多老工人在舞台边合影留念。`,
    ]);
  });

  test("a byline that is whole not in the word for it: 报道组 is another word", () => {
    const page = `
纺织厂里的新剧场

本报记者 叶知秋

报道组昨天来到厂里，${LEAD}演出散场后，许多老工人在舞台边合影留念。`;
    expect(texts(repaired(page).page)).toContain("本报记者 叶知秋");
  });

  test("a repeat at the seam is cut once", () => {
    const text = `
${LEAD}摊主们说，灯亮了，生意也跟着亮堂起来，回头客比

客比往年多了三成，收摊也晚了一个钟头。`;
    expect(texts(repaired(text).page)).toEqual([
      `${LEAD}摊主们说，灯亮了，生意也跟着亮堂起来，回头客比往年多了三成，收摊也晚了一个钟头。`,
    ]);
    expect(joins(text).map(({ seam }) => seam.kind)).toEqual(["overlap"]);
    expect(repaired(text).log).toContainEqual(
      expect.objectContaining({ kind: "replace", was: "客比", text: "", reason: "overlap" }),
    );
  });

  test("every join says how sure it is, and why", () => {
    for (const { seam, evidence } of joins(
      `${LEAD}各级工会要把服务职工放在重\n\n要议事日程，努力解决困难。`,
    )) {
      expect(seam.confidence).toBeGreaterThan(0.5);
      expect(seam.confidence).toBeLessThanOrEqual(1);
      expect(evidence).not.toHaveLength(0);
    }
  });
});

describe("in scripts that part words by spaces", () => {
  const english = (tail: string, head: string) =>
    joins(
      `The engineer reported that the stone could be had from the quarries of the district. He will ${tail}

${head} before the winter sets in, and the members thought the price moderate.`,
    );

  test.each([
    ["a broken word", "meet the fisher-", "men of the town", ""],
    ["a word that no sentence ends with", "speak to the", "Board of Works", " "],
    ["a head in small letters", "speak", "once more in the town", " "],
  ])("%s joins", (_, tail, head, glue) => {
    expect(english(tail, head)).toMatchObject([{ seam: { kind: "column", glue } }]);
  });

  test("a sentence that has ended does not", () => {
    expect(english("speak once more.", "The mole will stand")).toEqual([]);
  });
});

describe("a heading that is the first words of its text", () => {
  const NEWS = `${LEAD}演出散场后，许多老工人在舞台边合影留念。`;

  test.each([
    ["a headline", "纺织厂剧场昨晚开演", "纺织厂剧场昨晚开演，两百个座位坐满。街坊说灯亮得很。"],
    ["one above a blank line less", "叶知秋获渡江赛冠军", "叶知秋获渡江赛冠军，成绩比去年快一分钟。"],
    ["one of which the text takes up a part", "走进青石桥", "青石桥始建于清代，昨天修缮完工。"],
  ])("%s loses nothing", (_, heading, text) => {
    const { page, log } = repaired(`${NEWS}\n\n${heading}\n\n${text}`);
    expect(log.filter(({ reason }) => reason === "overlap")).toEqual([]);
    expect(texts(page)).toContain(heading);
    expect(texts(page)).toContain(text);
  });

  test("nor does the name above an obituary", () => {
    const text = "Amos T. Lindqvist, 68, of Quarry Road, died Friday at his home.";
    const { page } = repaired(`The board met on Monday and fixed the levy.\n\nAmos T. Lindqvist\n\n${text}`);
    expect(texts(page).slice(1)).toEqual(["Amos T. Lindqvist", text]);
  });

  test("a straight quote that closes is none that opens", () => {
    const { page } = repaired('船长说："末班船推迟到夜里十点半。"\n\n"那就好！"候船的老人说。');
    expect(texts(page)).toHaveLength(2);
  });
});

describe("what does not join", () => {
  test.each([
    ["whole paragraphs", `${LEAD}\n\n演出散场后，许多老工人在舞台边合影留念。`],
    [
      "a paragraph that ends in an ellipsis",
      `${LEAD}她坐在窗前听雨……\n\n社区打算秋天办一场邻里节，请她来讲讲从前的故事。`,
    ],
  ])("%s", (_, text) => {
    expect(joins(text)).toEqual([]);
  });
});

describe("a gap", () => {
  const GAP = `
${LEAD}近年来，全省各级工会把做

势，有效提升了就业服务的质量，职工群众普遍表示满意。`;

  test("is marked, not glued over, and there is a warning", () => {
    const { page, warnings } = repaired(GAP);
    expect(texts(page)).toEqual([
      `${LEAD}近年来，全省各级工会把做[…]势，有效提升了就业服务的质量，职工群众普遍表示满意。`,
    ]);
    expect(joins(GAP).map(({ seam }) => seam.kind)).toEqual(["gap"]);
    expect(warnings.map(({ code }) => code)).toEqual(["missing-text"]);
  });

  test.each([
    ["a telephone number and who signs", "报名请打电话：0571-88001234", "青石镇渡口合作社"],
    [
      "the credit of a picture and the next caption",
      "图为新船试航，码头上站满了人（赵望摄）",
      "图：老船长王海生",
    ],
    [
      "two telegrams of a paper without stops",
      "交通部昨晨开例會、討論航業、",
      "鐵道部昨日發表聲明、否認加價、",
    ],
  ])("is not between %s", (_, tail, head) => {
    expect(repaired(`${tail}\n\n${head}`).warnings.map(({ code }) => code)).not.toContain("missing-text");
  });

  const COLUMN = `停工多年的红星纺织厂上周末重新亮起
了灯，三号车间改成的社区剧场迎来首
场演出，两百个座位坐得满满当当，门
外还站着不少没有票的街坊。各级工会`;

  test("is not where a rule was read as a mark, which begins no printed line", () => {
    const { page, warnings } = repaired(`${COLUMN}

”要把服务职工放在重要议事日程，努力
解决职工群众的实际困难。`);
    expect(texts(page)).toEqual([
      `${COLUMN.replaceAll("\n", "")}”要把服务职工放在重要议事日程，努力解决职工群众的实际困难。`,
    ]);
    expect(warnings.map(({ code }) => code)).not.toContain("missing-text");
  });

  test("is not where the model does not know the character at the cut", () => {
    const { page } = repaired(`${LEAD}主管機關昨天說，違者可處六萬元以上罰\n\n鍰，情節重大者勒令停業。`);
    expect(texts(page)).toEqual([`${LEAD}主管機關昨天說，違者可處六萬元以上罰鍰，情節重大者勒令停業。`]);
  });

  test("the warning stands between the two sides", () => {
    const { page, warnings } = repaired(GAP);
    const { span } = warnings[0] as { span: { start: number; end: number } };
    expect(page.text.slice(span.start - 2, span.start)).toBe("把做");
    expect(page.text.slice(span.end, span.end + 2)).toBe("势，");
  });
});
