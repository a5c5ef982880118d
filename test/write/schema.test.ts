import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { z } from "zod";
import type { Document } from "../../src/page/document.ts";
import { type documentSchema, schemaJson, violation } from "../../src/write/schema.ts";
import { anyDocument, sample } from "./documents.ts";

/** Readonly all the way down, which zod's types are not. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
type Equal<A, B> = [A, B] extends [B, A] ? true : false;
const theTypesAgree: Equal<Frozen<z.infer<typeof documentSchema>>, Frozen<Document>> = true;

test("the schema and the type Document agree", () => {
  expect(theTypesAgree).toBe(true);
});

test("the committed file is the one that `npm run schema` writes", () => {
  expect(readFileSync("src/write/schema.json", "utf8")).toBe(schemaJson());
});

test("the file is JSON Schema with a name of its own", () => {
  expect(JSON.parse(schemaJson())).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:pagefix:document:1",
    type: "object",
    additionalProperties: false,
  });
});

test("documents keep it", () => {
  expect(violation(sample)).toBeNull();
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(violation(document)).toBeNull();
    }),
    { numRuns: 100 },
  );
});

test("edits of every kind keep it", () => {
  const why = { reason: "column", evidence: [{ name: "model", weight: 3.2 }] };
  const edits = [
    { kind: "replace", span: { start: 1, end: 2 }, was: " ", text: "", ...why },
    { kind: "split", block: 0, end: 3, at: 4, reason: "line" },
    {
      kind: "join",
      tail: 0,
      head: 4,
      seam: { kind: "column", glue: "", confidence: 0.9 },
      was: { role: "text", article: null },
      ...why,
    },
    { kind: "label", block: 0, was: "text", role: "title", ...why },
    { kind: "assign", block: 4, was: null, article: 0, ...why },
  ];
  expect(violation({ ...sample, edits })).toBeNull();
});

test.each([
  ["a key that is not in the contract", { ...sample, extra: 1 }, /^document: Unrecognized key/],
  ["another version", { ...sample, version: 2 }, /^version: /],
  [
    "an offset below zero",
    { ...sample, furniture: [{ text: "甲", spans: [{ start: -1, end: 1 }] }] },
    /^furniture\.0\.spans\.0\.start: /,
  ],
])("%s breaks it, and the message says where", (_what, document, message) => {
  expect(violation(document)).toMatch(message);
});
