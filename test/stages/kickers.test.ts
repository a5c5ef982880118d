import { expect, test } from "@jest/globals";
import { repaired, roles as rolesOf } from "./pages.ts";

const TEXT =
  "本报讯 昨天下午，市政部门调来四台大泵，将人民路立交桥下的积水全部排干。市政部门负责人表示，今后将在桥下加装水位报警装置，一旦超过警戒线就自动起泵。";

const headOf = (...lines: readonly string[]) =>
  rolesOf(repaired(`${lines.join("\n")}\n${TEXT}`).page).filter((block) => !/^(?:text|byline)/.test(block));

test.each([
  ["我市出台十条措施", "让外来务工者住得安心"],
  ["本报连续报道引起社会关注", "桥下积水三天排干"],
  ["国务院办公厅印发意见", "推动银发经济高质量发展"],
  ["市气象局发布大风预报", "今明两天江面停航"],
])("%s is the kicker of %s", (kicker, title) => {
  expect(headOf(kicker, title)).toEqual([`kicker: ${kicker}`, `title: ${title}`]);
});

test("two lines of one length are one headline, also above a deck with a dash", () => {
  expect(headOf("老街修旧如旧", "新店古色古香", "——青石镇古街保护见闻")).toEqual([
    "title: 老街修旧如旧新店古色古香",
    "subtitle: ——青石镇古街保护见闻",
  ]);
});

test("what has issued something is no kicker alone", () => {
  expect(headOf("我市出台十条措施")).toEqual(["title: 我市出台十条措施"]);
});
