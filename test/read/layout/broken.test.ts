/** Broken files: what can be read is read, a warning names the place, and `strict` fails. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fixFile } from "../../../src/api.ts";
import { readPages } from "../../../src/read/formats.ts";
import { alto, FORMATS, twoColumns } from "./sheets.ts";

const SOURCE = { path: null, encoding: "utf-8", sha256: null };
const PLACE = /line \d+, column \d+/;

const read = async (text: string, format: keyof typeof FORMATS) => {
  const [page] = await readPages(text, { ...SOURCE, format });
  if (!page) throw new Error("no page");
  return page;
};

/** In the order of the file, since what is cut off at its end is missing. */
const WORDS = twoColumns.flatMap((block) => block.flatMap(({ words }) => words.map(({ text }) => text)));

describe.each(Object.entries(FORMATS))("%s that breaks off", (name, write) => {
  const format = name as keyof typeof FORMATS;
  const file = write(twoColumns);
  const first = file.indexOf(WORDS[1] as string) + (WORDS[1] as string).length + 20;

  test("anywhere is read up to there, with a warning that names the place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: first, max: file.length - 12 }), async (end) => {
        const cut = file.slice(0, end);
        const { text, warnings } = await read(cut, format);
        const whole = WORDS.filter((word) => cut.includes(`${word}<`) || cut.includes(`${word}"`));
        // Of a list of texts the last may be a part of a word, and of a row of words too.
        for (const word of whole.slice(0, -1)) expect(text).toContain(word);
        // A file of rows breaks off unseen where a row ends, or within the text of a word.
        if (format === "tsv") return;
        expect(warnings.map(({ code }) => code)).toContain("broken-markup");
        for (const { code, message } of warnings)
          if (code === "broken-markup") expect(message).toMatch(PLACE);
      }),
      { numRuns: 30 },
    );
  });

  test("fails in strict mode", async () => {
    const cut = format === "tsv" ? file.slice(0, file.lastIndexOf("\t90\t")) : file.slice(0, -30);
    await expect(fixFile(cut, { format, strict: true })).rejects.toThrow(PLACE);
  });

  test("is whole otherwise", async () => {
    await expect(fixFile(file, { format, strict: true })).resolves.toHaveLength(1);
  });
});

describe("ALTO in which", () => {
  const warned = async (broken: string) => {
    const { text, warnings } = await read(broken, "alto");
    return { text, messages: warnings.map(({ message }) => message) };
  };
  const whole = alto(twoColumns);

  test("a tag is not closed is told where that shows", async () => {
    const { text, messages } = await warned(whole.replace("</TextLine>", ""));
    expect(messages).toEqual(["<TextLine> is not closed (line 3, column 118); what can be read was read"]);
    for (const word of WORDS) expect(text).toContain(word);
  });

  test("a tag closes nothing is told", async () => {
    const { messages } = await warned(whole.replace("<PrintSpace>", "<PrintSpace></Page2>"));
    expect(messages).toEqual([expect.stringMatching(/^<\/Page2> closes nothing \(line 2, column \d+\)/)]);
  });

  test("an attribute has lost a quote loses no word but its own and the next", async () => {
    const { text, messages } = await warned(whole.replace('HPOS="100"', 'HPOS="100'));
    expect(messages[0]).toMatch(/^an attribute of <String> has no quotes \(line 5, column \d+\)/);
    for (const word of WORDS.slice(2)) expect(text).toContain(word);
  });

  test("an ampersand stands for itself is told, and read as one", async () => {
    const { text, messages } = await warned(whole.replace("老码头", "老&码&amp;头&#x31;&#0;"));
    expect(text).toContain("老&码&头1&#0;");
    expect(messages).toEqual([expect.stringMatching(/stands for nothing \(line 3, column \d+\)/)]);
  });
});

test("JSON of PaddleOCR that is garbage in its middle is read up to there", async () => {
  const texts = JSON.stringify({
    rec_texts: ["江边", "书房"],
    rec_boxes: [
      [0, 0, 40, 20],
      [0, 30, 40, 50],
    ],
  });
  const { text, warnings } = await read(texts.replace("]]", "]], \u0000"), "paddle");
  expect(text).toBe("江边\n书房");
  expect(warnings[0]?.message).toMatch(/^the JSON breaks off \(line 1, column \d+\)/);
});

test("what is no JSON at all is refused, with the place", async () => {
  await expect(fixFile("{rec_texts}", { format: "paddle" })).rejects.toThrow(
    /no JSON \(line 1, column \d+\)/,
  );
});
