/** NDJSON in, NDJSON out: `pagefix stream`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { linesOf } from "../../src/cli/stream/lines.ts";
import { article, inFolder, run, shim } from "./command.ts";

const answers = (input: string, ...args: string[]) => {
  const { code, stdout, stderr } = run(["stream", ...args], { input });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
};

test("a page as text and a page as a file give the document that the file gives", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    const path = join(cwd, "page.txt");
    const { source, ...document } = JSON.parse(run([path]).stdout);
    const records = [
      { id: 1, path },
      { id: { any: ["json"] }, text: article },
    ];
    expect(answers(records.map((record) => JSON.stringify(record)).join("\n"))).toEqual([
      { id: 1, documents: [{ source, ...document }] },
      { id: { any: ["json"] }, documents: [{ source: { ...source, path: null }, ...document }] },
    ]);
  }));

test("form feeds part pages", () => {
  const [{ documents }] = answers(JSON.stringify({ id: 1, text: `${article}\f${article}` }));
  expect(documents).toHaveLength(2);
});

test.each([["1"], ["2"]])("a bad line is answered and ends nothing, with %s workers", (jobs) => {
  const good = (id: string) => JSON.stringify({ id, text: article });
  const lines = [
    good("a"),
    "{",
    "",
    "[]",
    '{"text": "江"}',
    '{"id": "b"}',
    '{"id": "c", "text": "江", "path": "江"}',
    '{"id": "d", "path": "nope.txt"}',
    '{"id": "e", "text": " "}',
    good("f"),
  ];
  const error = (line: number, problem: RegExp) => ({
    line,
    problem: expect.stringMatching(problem),
    advice: expect.any(String),
  });
  expect(answers(`${lines.join("\r\n")}\r\n`, "-j", jobs)).toEqual([
    { id: "a", documents: [expect.anything()] },
    { id: null, error: error(2, /no JSON object/) },
    { id: null, error: error(4, /no JSON object/) },
    { id: null, error: error(5, /no id/) },
    { id: "b", error: error(6, /not just one of text and path/) },
    { id: "c", error: error(7, /not just one of text and path/) },
    { id: "d", error: error(8, /no such file/) },
    { id: "e", error: error(9, /empty|no text/) },
    { id: "f", documents: [expect.anything()] },
  ]);
});

test.each([["1"], ["2"]])(
  "who waits for an answer before going on gets it, from %s workers",
  async (jobs) => {
    const child = spawn(process.execPath, [shim, "stream", "-j", jobs], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdout.setEncoding("utf8");
    for (const id of [1, 2, 3]) {
      child.stdin.write(`${JSON.stringify({ id, text: article })}\n`);
      const [answer] = await once(child.stdout, "data");
      expect(JSON.parse(answer).id).toBe(id);
    }
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  },
);

test("no more is read than answers are taken", async () => {
  const child = spawn(process.execPath, [shim, "stream"], { stdio: ["pipe", "pipe", "inherit"] });
  // Answered at once, and more than the pipes and the buffers on both sides hold.
  const record = `${JSON.stringify({ id: "x".repeat(10_000) })}\n`;
  child.stdin.write(record.repeat(500));
  child.stdout.pause().read();
  await once(child.stdout, "readable");
  await new Promise((done) => setTimeout(done, 1000));
  const waiting = child.stdin.writableLength;
  // A reader that has had enough is no failure.
  child.stdin.on("error", () => {});
  child.stdout.destroy();
  child.stdin.end();
  expect(await once(child, "close")).toEqual([0, null]);
  expect(waiting).toBeGreaterThan(0);
});

test("lines are those of the text, however its bytes come", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("江", "𠮷", "\n", "\r", "\u2028", "a"), { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (characters, size) => {
        const bytes = Buffer.from(characters.join(""));
        const chunks = async function* () {
          for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
        };
        const expected = characters.join("").split("\n");
        if (expected.at(-1) === "") expected.pop();
        const lines: (string | null)[] = [];
        for await (const line of linesOf(chunks(), 3)) lines.push(line);
        expect(lines).toEqual(expected.map((line) => (line.length > 3 ? null : line)));
      },
    ),
  );
});
