/** Read back with hyparquet, which is no part of the command. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { toParquet } from "../../src/write/parquet.ts";
import { article, inFolder, run } from "../cli/command.ts";
import { anyDocument, sample } from "./documents.ts";

const bufferOf = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;
const rowsOf = (bytes: Uint8Array) => parquetReadObjects({ file: bufferOf(bytes) });

test("a row for each article, with all that reads there", async () => {
  const [first, second, ...others] = await rowsOf(toParquet([sample]));
  expect(first).toEqual({
    path: "scans/p3.txt",
    page: 1,
    lang: "zh-Hans",
    sha256: "ab".repeat(32),
    article: "a1",
    kind: "article",
    section: "民生",
    kicker: "开放半年接待读者十二万",
    title: "老码头成了新书房",
    subtitle: "——江边图书馆的四季",
    byline: "本报讯 记者林晓舟 通讯员何芸报道",
    agency: "本报",
    place: null,
    date: null,
    people: [
      { name: "林晓舟", role: "reporter" },
      { name: "何芸", role: "correspondent" },
    ],
    body: "清晨的江边，读者已在门口排起长队，来得最早的是[…]在窗边坐下。\n1. 从仓库到书房\n5~8日，9~10日闭馆*整修*。",
    captions: [{ text: "读者在阅览室看书。", credit: "记者赵望 摄" }],
    continued_from: null,
    continued_to: "2版",
    warnings: [{ code: "missing-text", message: "text is missing between 来得最早的是 and 在窗边" }],
  });
  expect(second).toMatchObject({ article: "a2", kind: "advert", title: null, people: [], captions: [] });
  expect(others).toEqual([]);
});

test("pages of one file are counted; a page without articles has no row, and a file of none has its columns", async () => {
  const empty = { ...sample, articles: [] };
  const other = { ...sample, source: { ...sample.source, path: "scans/p4.txt" } };
  const rows = await rowsOf(toParquet([sample, empty, sample, other]));
  expect(rows.map(({ path, page, article }) => [path, page, article])).toEqual([
    ["scans/p3.txt", 1, "a1"],
    ["scans/p3.txt", 1, "a2"],
    ["scans/p3.txt", 3, "a1"],
    ["scans/p3.txt", 3, "a2"],
    ["scans/p4.txt", 1, "a1"],
    ["scans/p4.txt", 1, "a2"],
  ]);
  const columns = (bytes: Uint8Array) =>
    parquetSchema(parquetMetadata(bufferOf(bytes))).children.map(({ element }) => element.name);
  expect(await rowsOf(toParquet([empty]))).toEqual([]);
  expect(columns(toParquet([empty]))).toEqual(columns(toParquet([sample])));
});

test("any text comes back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDocument, { maxLength: 3 }), async (documents) => {
      const rows = await rowsOf(toParquet(documents));
      const articles = documents.flatMap((document) => document.articles);
      expect(
        rows.map(({ title, byline, people, captions }) => ({ title, byline, people, captions })),
      ).toEqual(
        articles.map(({ title, byline, captions }) => ({
          title,
          byline: byline?.text ?? null,
          people: byline?.people ?? [],
          captions: captions.map(({ text, credit }) => ({ text, credit })),
        })),
      );
    }),
  );
});

test("pages into one file, or one each, which --resume knows again", () =>
  inFolder(async (cwd) => {
    mkdirSync(join(cwd, "scans"));
    writeFileSync(join(cwd, "scans/a.txt"), article);
    copyFileSync("fixtures/seed/page.txt", join(cwd, "scans/b.txt"));
    const batch = () => run(["scans", "-d", "out", "-f", "parquet", "--resume"], { cwd });
    expect(batch().code).toBe(0);
    expect(batch().stderr).toMatch(/2 up to date/);
    expect(run(["scans", "-o", "all.parquet", "-q"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
    const [a, b, all] = await Promise.all(
      ["out/a.parquet", "out/b.parquet", "all.parquet"].map((name) => rowsOf(readFileSync(join(cwd, name)))),
    );
    expect(all).toEqual([...(a ?? []), ...(b ?? [])]);
    const documents: { articles: { title: string }[] }[] = JSON.parse(run(["scans"], { cwd }).stdout);
    expect(all?.map(({ title }) => title)).toEqual(
      documents.flatMap(({ articles }) => articles.map(({ title }) => title)),
    );
  }));
