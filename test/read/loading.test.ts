import { expect, jest, test } from "@jest/globals";

jest.unstable_mockModule("iconv-lite", () => {
  throw new Error("iconv-lite was loaded");
});
const { decode } = await import("../../src/read/decode.ts");

test("UTF-8 loads no tables", async () => {
  expect(await decode(new TextEncoder().encode("晚报"))).toMatchObject({ text: "晚报", encoding: "utf-8" });
});

test("GB 18030 does", async () => {
  await expect(decode(Uint8Array.of(0xcd, 0xed, 0xb1, 0xa8))).rejects.toThrow("iconv-lite was loaded");
});
