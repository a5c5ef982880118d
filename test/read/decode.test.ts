import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { InputError } from "../../src/page/errors.ts";
import { decode } from "../../src/read/decode.ts";
import type { EncodingName } from "../../src/read/encodings.ts";
import { ENCODINGS, encode, HARD_CHARACTERS, isEncodable, SAMPLES, SIMPLIFIED } from "./samples.ts";

const bytes = (...parts: readonly (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...encode(part, "utf-8")])));

describe("every encoding", () => {
  test.each(SAMPLES)("finds %s by itself: %s", async (encoding, text) => {
    expect(await decode(encode(text, encoding))).toEqual({
      text,
      encoding,
      guessed: encoding !== "utf-8",
      badBytes: 0,
    });
  });

  test.each(ENCODINGS)("%s gives back what was encoded", async (encoding) => {
    const characters = HARD_CHARACTERS.filter((character) => isEncodable(character, encoding));
    const hardText = fc.string({ unit: fc.constantFrom(...characters), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(hardText, async (text) => {
        expect(await decode(encode(text, encoding), { encoding })).toEqual({
          text,
          encoding,
          guessed: false,
          badBytes: 0,
        });
      }),
    );
  });

  test("leaves the caller's bytes as they are", async () => {
    const input = Buffer.from([0x84, 0x31, 0xa5, 0x30, 0xd6, 0xd0]);
    await decode(input, { encoding: "gb18030" });
    expect([...input]).toEqual([0x84, 0x31, 0xa5, 0x30, 0xd6, 0xd0]);
  });
});

describe("the byte order mark", () => {
  test.each(["utf-8", "utf-16le", "utf-16be", "gb18030"] as const)(
    "settles %s and goes",
    async (encoding) => {
      expect(await decode(encode(`\uFEFF${SIMPLIFIED}`, encoding))).toEqual({
        text: SIMPLIFIED,
        encoding,
        guessed: false,
        badBytes: 0,
      });
    },
  );

  test("is one alone: a second one is text", async () => {
    expect((await decode(encode("\uFEFF\uFEFF报", "utf-8"))).text).toBe("\uFEFF报");
  });

  test("knows the byte order where the caller says utf-16", async () => {
    const { text, encoding } = await decode(encode("\uFEFF晚报", "utf-16be"), { encoding: "utf-16" });
    expect([text, encoding]).toEqual(["晚报", "utf-16be"]);
  });
});

describe("the encoding option", () => {
  test("overrides what would be found", async () => {
    const { text, guessed } = await decode(encode("晚报", "utf-8"), { encoding: "windows-1252" });
    expect(text).toBe("æ™šæŠ¥");
    expect(guessed).toBe(false);
  });

  test.each([
    ["GBK", "gb18030"],
    ["gb2312", "gb18030"],
    ["cp936", "gb18030"],
    ["Big5-HKSCS", "big5"],
    ["SJIS", "shift_jis"],
    ["cp932", "shift_jis"],
    ["eucjp", "euc-jp"],
    ["cp949", "euc-kr"],
    ["latin1", "windows-1252"],
    ["ISO-8859-1", "windows-1252"],
    ["utf16le", "utf-16le"],
    ["UTF8", "utf-8"],
  ])("takes %s for %s", async (label, encoding) => {
    expect((await decode(bytes("ab"), { encoding: label })).encoding).toBe(encoding);
  });

  test("lists the names it takes where it knows none", async () => {
    await expect(decode(bytes("a"), { encoding: "klingon" })).rejects.toThrow(
      /unknown encoding "klingon"; use one of utf-8 \(.*gb18030 \(gbk/,
    );
  });
});

describe("bytes that mean nothing", () => {
  /** FF begins nothing in any of them. */
  const WITHOUT_FF = ENCODINGS.filter(
    (name) => !name.startsWith("utf-16") && name !== "windows-1252",
  ) as EncodingName[];

  test.each(WITHOUT_FF)("are counted in %s, and named with their offset in strict mode", async (encoding) => {
    const characters = HARD_CHARACTERS.filter((character) => isEncodable(character, encoding));
    const hardText = fc.string({ unit: fc.constantFrom(...characters) });
    await fc.assert(
      fc.asyncProperty(hardText, hardText, async (before, after) => {
        const head = encode(before, encoding);
        const input = Uint8Array.from([...head, 0xff, ...encode(after, encoding)]);
        const { text, badBytes } = await decode(input, { encoding });
        expect([text, badBytes]).toEqual([`${before}\uFFFD${after}`, 1]);
        await expect(decode(input, { encoding, strict: true })).rejects.toThrow(
          `the bytes ff at byte offset ${head.length} mean nothing in ${encoding}`,
        );
      }),
    );
  });

  test.each([
    ["utf-8", [0x41, 0xe4, 0xb8], "A\uFFFD", "e4 b8 at byte offset 1"],
    ["utf-16le", [0x41, 0x00, 0x3d, 0xd8], "A\uFFFD", "3d d8 at byte offset 2"],
    ["utf-16be", [0x00, 0x41, 0x62], "A\uFFFD", "62 at byte offset 2"],
    ["gb18030", [0x41, 0xd6], "A\uFFFD", "d6 at byte offset 1"],
    ["gb18030", [0x41, 0x84, 0x31, 0xa5, 0x30], "A\uFFFD1\uFFFD0", "84 at byte offset 1"],
    ["big5", [0xa4, 0xa4, 0xa4, 0x0a], "中\uFFFD\n", "a4 0a at byte offset 2"],
    ["shift_jis", [0x41, 0x82], "A\uFFFD", "82 at byte offset 1"],
    ["windows-1252", [0x41, 0x81], "A\uFFFD", "81 at byte offset 1"],
  ] as const)("%s %j reads %j", async (encoding, input, text, place) => {
    const decoded = await decode(Uint8Array.from(input), { encoding });
    expect(decoded.text).toBe(text);
    expect(decoded.badBytes).toBe([...text].filter((character) => character === "\uFFFD").length);
    await expect(decode(Uint8Array.from(input), { encoding, strict: true })).rejects.toThrow(place);
  });

  test.each(["utf-8", "utf-16le", "utf-16be", "gb18030"] as const)(
    "are not the U+FFFD that stood in the input: %s",
    async (encoding) => {
      const input = encode("晚\uFFFD报\uFFFD", encoding);
      expect(await decode(input, { encoding, strict: true })).toMatchObject({
        text: "晚\uFFFD报\uFFFD",
        badBytes: 0,
      });
    },
  );

  test("come after a U+FFFD of the input", async () => {
    const input = bytes("报\uFFFD纸", 0xff);
    expect((await decode(input, { encoding: "utf-8" })).badBytes).toBe(1);
    await expect(decode(input, { encoding: "utf-8", strict: true })).rejects.toThrow("ff at byte offset 9");
  });

  test("do not make UTF-8 something else", async () => {
    const input = bytes(SIMPLIFIED, 0xe6, SIMPLIFIED);
    const { encoding, guessed, badBytes } = await decode(input);
    expect([encoding, guessed, badBytes]).toEqual(["utf-8", true, 1]);
  });
});

test("errors are InputErrors", async () => {
  await expect(decode(bytes(0xff), { encoding: "utf-8", strict: true })).rejects.toBeInstanceOf(InputError);
  await expect(decode(new Uint8Array())).rejects.toBeInstanceOf(InputError);
});
