import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { emptyMemory, remembered } from "../../src/page/remembered.ts";

const texts = fc.array(fc.string({ unit: fc.constantFrom(..."中国人民，。1a𠮷"), maxLength: 5 }), {
  maxLength: 60,
});

test("what is remembered is what would have been read", () => {
  fc.assert(
    fc.property(texts, (all) => {
      const memory = emptyMemory<string | null>();
      const read = (text: string) => (text.includes("。") ? null : `read ${text}`);
      for (const text of all) expect(remembered(memory, text, read)).toBe(read(text));
    }),
  );
});

test("a text is read once as long as no other takes its place", () => {
  const memory = emptyMemory<number>();
  let times = 0;
  for (const text of ["", "江楠", "", "江楠"]) remembered(memory, text, () => times++);
  expect(times).toBe(2);
});
