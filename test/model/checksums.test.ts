/** Model files are held to what they were when they were made. */
import { createHash } from "node:crypto";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type Checksum, checkSample, sampleOf } from "../../src/model/checksums.ts";
import { checksums, WEIGHTS } from "../../src/model/load.ts";
import { article, inFolder, installFor, run } from "../cli/command.ts";

const BLOCK = 4096;

test.each(Object.entries(checksums()))(
  "checksums.json knows %s; `npm run train:checksums` writes it",
  (file, sum) => {
    const bytes = readFileSync(new URL(file, WEIGHTS));
    const made: Checksum = {
      bytes: bytes.length,
      sample: sampleOf(bytes),
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
    expect(made).toEqual(sum);
  },
);

describe("a sample tells", () => {
  const bytes = readFileSync(new URL("zh.bin", WEIGHTS));
  const check = (own: Uint8Array) => () => checkSample("zh.bin", own, checksums());

  test("the file that was made", () => expect(check(bytes)).not.toThrow());

  test.each([
    [
      "a file cut short",
      bytes.subarray(0, -1),
      /zh\.bin is damaged: it has \d+ bytes of \d+; install pagefix again/,
    ],
    ["an empty file", new Uint8Array(), /it has 0 bytes/],
    ["a block of zeros", withBlock(bytes, 700, new Uint8Array(BLOCK)), /its bytes are others/],
    [
      "a block that stands elsewhere",
      withBlock(bytes, 700, bytes.subarray(BLOCK, 2 * BLOCK)),
      /its bytes are others/,
    ],
  ])("%s", (_, own, message) => expect(check(own)).toThrow(message));

  test("a file that nobody has made", () => {
    expect(() => checkSample("xx.bin", bytes, checksums())).toThrow(/checksums\.json does not name it/);
  });
});

function withBlock(bytes: Uint8Array, block: number, other: Uint8Array): Uint8Array {
  const made = Uint8Array.from(bytes);
  made.set(other, block * BLOCK);
  return made;
}

test("the command names the damaged file and says what to do; a batch sees a single bit", () =>
  inFolder((folder) => {
    const bin = installFor(folder);
    const model = join(folder, "dist/model/weights/zh.bin");
    const bytes = readFileSync(model);
    writeFileSync(join(folder, "page.txt"), article);
    writeFileSync(join(folder, "other.txt"), article);
    const told = (...args: string[]) => {
      const { code, stdout, stderr } = run(args, { cwd: folder }, bin);
      expect({ code, stdout, lines: stderr.split("\n").length }).toEqual({ code: 1, stdout: "", lines: 2 });
      return stderr;
    };

    bytes[5_000_001] = (bytes[5_000_001] as number) ^ 1;
    writeFileSync(model, bytes);
    const whole =
      /^pagefix: pagefix: the model file zh\.bin is damaged: its SHA-256 .*; install pagefix again\n$/;
    expect(told("page.txt", "other.txt", "-d", "out")).toMatch(whole);
    expect(told("stream")).toMatch(whole);

    truncateSync(model, 1_000_000);
    expect(told("page.txt")).toMatch(
      /^pagefix: page\.txt: the model file zh\.bin is damaged: it has 1000000 bytes of /,
    );

    writeFileSync(join(folder, "dist/model/weights/evidence.json"), "{");
    expect(told("page.txt")).toMatch(
      /the model file evidence\.json is damaged: it has 1 bytes of \d+; install pagefix again\n$/,
    );
  }));
