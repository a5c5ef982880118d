/** Strips at the head of Chinese pages, and lines that only look like one. */
import { expect, test } from "@jest/globals";
import { isStrip, tableOf } from "../../src/language/index.ts";

const { strip, furniture } = tableOf("zh-Hans");

test.each([
  "社会新闻 A07",
  "A07 社会新闻",
  "2012.5.3 星期四 编辑:何芸 版式:林晓",
  "编辑 何芸 版式 林晓 校对 陈禾",
  "第3版 综合新闻 青石日报 2012年5月3日 星期四",
  "值班主任 何芸 责任编辑 林晓 美术编辑 陈禾",
  "QINGSHI RIBAO 青石日报 2012年5月3日 07版",
  "本版编辑 何芸 电话 60001234",
  "新闻热线 60001234 投稿邮箱 news@example.com",
  "中共青石市委机关报 青石日报社出版 国内统一刊号:CN00-0001 第8123号 今日8版",
  "青石日報 中華民國二十六年五月三日 星期一 第二版",
  "青石日报官方微信 青石日报官方微博 青石网",
  "订阅热线:000-60001234 每份1.5元",
])("%s", (line) => {
  expect(strip && isStrip(line, strip)).toBe(true);
  expect(furniture.test(line)).toBe(true);
});

test.each([
  "记者 何芸",
  "体育 新闻 天地",
  "昨夜 有雨 3版",
  "青石 2012年5月3日 晴",
  "责任编辑",
  "渡口今起恢复摆渡 2版",
  "2012年5月3日 星期四，渡口停航。",
])("%s is none", (line) => expect(strip && isStrip(line, strip)).toBe(false));
