import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { toJson, toJsonArray } from "../../src/write/json.ts";
import { toNdjson } from "../../src/write/ndjson.ts";
import { anyDocument, sample } from "./documents.ts";

test("one document is an object, several are an array, none an empty one", () => {
  expect(JSON.parse(toJson([sample]))).toEqual(sample);
  expect(JSON.parse(toJson([sample, sample]))).toEqual([sample, sample]);
  expect(toJson([])).toBe("[]\n");
  expect(JSON.parse(toJsonArray([sample]))).toEqual([sample]);
});

test("two spaces of indent, CJK as it is, a line feed at the end", () => {
  const json = toJson([sample]);
  expect(json.startsWith('{\n  "version": 1,\n  "source": {\n')).toBe(true);
  expect(json).toContain('"title": "老码头成了新书房"');
  expect(json.endsWith("}\n")).toBe(true);
});

test("keys come in the order of the contract, however the document was built", () => {
  const reversed = reverseKeys(sample) as typeof sample;
  expect(Object.keys(reversed)[0]).toBe("edits");
  expect(toJson([reversed])).toBe(toJson([sample]));
  expect(toNdjson([reversed])).toBe(toNdjson([sample]));
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  );
}

test("JSON reads back as the documents", () => {
  fc.assert(
    fc.property(fc.array(anyDocument, { minLength: 2, maxLength: 3 }), (documents) => {
      expect(JSON.parse(toJson(documents))).toEqual(documents);
    }),
    { numRuns: 100 },
  );
});

test("NDJSON has a line a document, and each reads back", () => {
  fc.assert(
    fc.property(fc.array(anyDocument, { maxLength: 3 }), (documents) => {
      const lines = toNdjson(documents).split("\n");
      expect(lines.pop()).toBe("");
      expect(lines.map((line) => JSON.parse(line))).toEqual(documents);
    }),
    { numRuns: 100 },
  );
});
