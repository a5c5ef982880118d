import { describe, expect, test } from "@jest/globals";
import { decode } from "../../src/read/decode.ts";
import type { EncodingName } from "../../src/read/encodings.ts";
import { ENCODINGS, encode, FRENCH, JAPANESE, SIMPLIFIED, TRADITIONAL } from "./samples.ts";

describe("a headline of ten characters is enough", () => {
  const HEADLINES: readonly (readonly [string, readonly EncodingName[]])[] = [
    ["全市春耕工作全面展开", ["gb18030", "utf-16le", "utf-16be"]],
    ["議會昨日通過新年預算", ["gb18030", "big5", "utf-16le", "utf-16be"]],
    ["雪の影響で列車に遅れ", ["shift_jis", "euc-jp", "utf-16le"]],
    ["올해 첫눈 서울에 내려", ["euc-kr", "utf-16le"]],
    ["Fête à Évry", ["windows-1252", "utf-16le", "utf-16be"]],
    ["égislateur", ["windows-1252"]],
    ["Council met", ["utf-16le", "utf-16be"]],
  ];
  test.each(HEADLINES.flatMap(([text, encodings]) => encodings.map((name) => [text, name] as const)))(
    "%s in %s",
    async (text, encoding) => {
      expect(await decode(encode(text, encoding))).toMatchObject({ text, encoding });
    },
  );
});

describe("what could mislead", () => {
  test.each([
    ["ASCII is UTF-8", "Price 3d.", "utf-8"],
    ["NULs in UTF-8 do not make UTF-16 of it", "市场\0价格\0 a\0b\0", "utf-8"],
    ["NULs in ASCII do not make UTF-16 of it", "The Daily\0 News of the\0 Town", "utf-8"],
    ["much ASCII before the first Chinese character", `${"GDP 5.2% ".repeat(4000)}增长`, "gb18030"],
    ["a Chinese text that quotes Japanese", `${SIMPLIFIED}店名叫「さくら」。`, "gb18030"],
  ] as const)("%s", async (_, text, encoding) => {
    expect(await decode(encode(text, encoding))).toMatchObject({ text, encoding });
  });

  test("a sample that ends inside a character", async () => {
    // One byte more each time moves the cut through every place in a character.
    for (const text of [SIMPLIFIED, TRADITIONAL, JAPANESE, FRENCH])
      for (const encoding of ENCODINGS) {
        const whole = text.repeat(400);
        const bytes = encode(whole, encoding);
        const decoded = await decode(bytes, { encoding });
        if (decoded.text !== whole) continue;
        for (let shift = 0; shift < 4; shift++) {
          const shifted = await decode(encode("x".repeat(shift) + whole, encoding));
          expect([encoding, shifted.encoding]).toEqual([encoding, encoding]);
        }
      }
  });

  test("a file that stops inside a character", async () => {
    const bytes = encode(SIMPLIFIED, "gb18030");
    expect(await decode(bytes.subarray(0, -1))).toMatchObject({ encoding: "gb18030", badBytes: 1 });
  });
});
