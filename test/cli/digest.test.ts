import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { sha256 } from "../../src/cli/digest/digest.ts";

const MEMORY = 63_488;

test("hashes what the standard gives as an example", () => {
  expect(sha256(Buffer.from("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, MEMORY - 1, MEMORY, MEMORY + 64, 3 * MEMORY + 57])(
  "hashes %d bytes as node:crypto does",
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255);
    expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
  },
);

test("hashes any bytes as node:crypto does", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
    }),
  );
});
