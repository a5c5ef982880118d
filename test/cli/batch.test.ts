/** Many inputs, an output for each: `pagefix INPUTS -d FOLDER`. */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { article, handOver, inFolder, ordinary, run, shim } from "./command.ts";

const onPosix = process.platform === "win32" ? test.skip : test;

/** Writes pages, each with its name in it. */
function scan(cwd: string, ...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), `${article}\n${JSON.stringify(name)}报道。\n`);
  }
}

/** The files below a folder, with what they hold; without the journal unless it is asked for. */
function tree(folder: string, hidden = false): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(
    paths
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")] as const)
      .filter(([name]) => hidden || !name.startsWith(".")),
  );
}

const names = (folder: string) => Object.keys(tree(folder));

test.each([
  ["a folder", ["scans"], ["a.json", "deep/b.json"]],
  ["two folders", ["scans", "more"], ["more/a.json", "scans/a.json", "scans/deep/b.json"]],
  ["a glob", ["scans/**/*.txt"], ["a.json", "deep/b.json"]],
  ["files", ["scans/deep/b.txt", "scans/a.txt"], ["a.json", "deep/b.json"]],
  ["what is named twice", ["scans", "scans/*.txt"], ["a.json", "deep/b.json"]],
  ["another format", ["scans", "-f", "markdown"], ["a.md", "deep/b.md"]],
  [
    "a pattern, whose extension tells the format",
    ["scans", "--name", "{dir}-{name}.ndjson"],
    ["-a.ndjson", "deep-b.ndjson"],
  ],
])("outputs stand as the inputs do: %s", (_, args, outputs) =>
  inFolder((cwd) => {
    scan(cwd, "scans/a.txt", "scans/deep/b.txt", "scans/notes.md", "scans/.hidden.txt", "more/a.txt");
    expect(run([...args, "-d", "out", "-q"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(names(join(cwd, "out"))).toEqual(outputs);
  }),
);

test("each output is what the input gives by itself", () =>
  inFolder((cwd) => {
    scan(cwd, "scans/a.txt");
    run(["scans", "-d", "out"], { cwd });
    expect(tree(join(cwd, "out"))).toEqual({ "a.json": run(["scans/a.txt"], { cwd }).stdout });
  }));

test("a folder without --out-dir is one output", () =>
  inFolder((cwd) => {
    scan(cwd, "scans/b.txt", "scans/a.txt");
    const lines = run(["scans", "-f", "ndjson"], { cwd }).stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).source.path)).toEqual(["scans/a.txt", "scans/b.txt"]);
  }));

const NAMES = ["中文 名.txt", "100%.txt", "a\nb/c\nd.txt", "$&{name}.txt", "-q.txt", "[1].txt"];

onPosix(
  "names with spaces, line feeds, percent signs and Chinese characters, from a folder and from a list",
  () =>
    inFolder((cwd) => {
      scan(cwd, ...NAMES.map((name) => join("scans", name)));
      const outputs = NAMES.map((name) => name.replace(/txt$/, "json")).sort();
      expect(run(["scans", "-d", "folder", "-q"], { cwd }).code).toBe(0);
      expect(names(join(cwd, "folder"))).toEqual(outputs);
      const input = NAMES.map((name) => `scans/${name}\0`).join("");
      expect(run(["--files-from", "-", "-d", "list", "-q"], { cwd, input }).code).toBe(0);
      expect(tree(join(cwd, "list"))).toEqual(tree(join(cwd, "folder")));
    }),
);

test("a list is a name a line, and no name in it is a pattern", () =>
  inFolder((cwd) => {
    scan(cwd, "a.txt", "b.txt");
    writeFileSync(join(cwd, "list"), "b.txt\r\n*.txt\n");
    const { code, stderr } = run(["--files-from", "list", "-d", "out"], { cwd });
    expect({ code, outputs: names(join(cwd, "out")) }).toEqual({ code: 1, outputs: ["b.json"] });
    expect(stderr).toContain("pagefix: *.txt: no such file");
  }));

test.each([
  [[], 1, ""],
  [["-d", "out"], 1, "all: 0 pages → out; 1 input failed; 0 inputs/s\n"],
])("an empty list is told: %j", (args, code, rest) =>
  inFolder((cwd) => {
    const told = (name: string) =>
      `pagefix: ${name}: no name is in the list; check the command that writes it: it found nothing\n${rest}`;
    expect(run(["--files-from", "-", ...args], { cwd, input: "\n" })).toMatchObject({
      code,
      stdout: "",
      stderr: told("standard input"),
    });
    writeFileSync(join(cwd, "list"), "");
    expect(run(["--files-from", "list", ...args], { cwd })).toMatchObject({ code, stderr: told("list") });
  }),
);

test.each([
  [["a.txt", "a.ocr"], /^pagefix: a\.ocr: would be written to out.a\.json, as a\.txt would; tell them apart/],
  [["scans", "--name", "all.json"], /^pagefix: scans.b\.txt: would be written to out.all\.json/],
  [["scans", "-f", "text", "-d", "scans"], /^pagefix: scans.a\.txt: is an input and would be overwritten; /],
  [["scans", "--errors", "scans/b.txt"], /^pagefix: scans.b\.txt: is an input and would be overwritten; /],
  [["scans", "--name", "../{name}"], /--name leads out of --out-dir/],
  [["scans", "--name", "{title}.json"], /--name knows .*; \{title\} is none of them/],
  [["scans", "-o", "out.json"], /--output and --out-dir exclude each other/],
  [["-"], /standard input has no name/],
  [[], /standard input has no name to be written under in --out-dir; use --output, or name files/],
  [["scans", "--name", ""], /--name names no file; use a pattern like/],
  [["scans", "--name", "{dir}/"], /--name names no file/],
  [["scans", "-d", "a.txt"], /^pagefix: a\.txt: is a file, not a folder; name a folder with --out-dir/],
  [["scans", "-d", "a.txt/out"], /^pagefix: a\.txt.out: .*a\.txt is a file, not a folder; /],
  [["scans", "--shard", "3/2"], /Use i\/n/],
  [["scans", "-j", "0"], /Use a whole number/],
  [["--files-from", "nope"], /^pagefix: nope: no such file/],
])("nothing is written where something is in doubt: %j", (args, message) =>
  inFolder((cwd) => {
    scan(cwd, "a.txt", "a.ocr", "scans/a.txt", "scans/b.txt");
    const before = tree(cwd);
    const { code, stderr } = run(["-d", "out", ...args], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(tree(cwd, true)).toEqual(before);
  }),
);

test("options of batches ask for --out-dir", () => {
  expect(run(["scans", "--fail-fast"])).toMatchObject({
    code: 2,
    stderr: "pagefix: --fail-fast goes with --out-dir, the folder for the outputs\n",
  });
});

test("an output folder among the inputs is not read", () =>
  inFolder((cwd) => {
    scan(cwd, "scans/a.txt");
    for (const input of ["scans", "scans", "scans/**/*.txt"]) {
      expect(run([input, "-d", "scans/out", "-f", "text", "-q"], { cwd })).toMatchObject({
        code: 0,
        stderr: "",
      });
      expect(names(join(cwd, "scans"))).toEqual(["a.txt", "out/.pagefix/all.ndjson", "out/a.txt"]);
    }
  }));

onPosix("symlinks are followed, but not round in circles", () =>
  inFolder((cwd) => {
    scan(cwd, "scans/a.txt", "far/b.txt");
    symlinkSync("../far", join(cwd, "scans/far"));
    for (const link of ["one", "two"]) symlinkSync(".", join(cwd, "scans", link));
    symlinkSync("../scans", join(cwd, "far/back"));
    symlinkSync("nowhere", join(cwd, "scans/broken"));
    for (const input of ["scans", "scans/**/*.txt"]) {
      rmSync(join(cwd, "out"), { recursive: true, force: true });
      expect(run([input, "-d", "out", "-q"], { cwd })).toMatchObject({ code: 0, stderr: "" });
      expect(names(join(cwd, "out"))).toEqual(["a.json", "far/b.json"]);
    }
  }),
);

/** Pages of which one is empty, one is no text, one is not there, and one is in another encoding. */
function mixed(cwd: string): readonly string[] {
  scan(cwd, "a.txt", "z.txt");
  writeFileSync(join(cwd, "empty.txt"), "");
  writeFileSync(join(cwd, "scan.txt"), Buffer.from("89504e470d0a1a0a", "hex"));
  // 江边的书房开门了。清晨，读者已在门口排起长队。
  const gbk = "bdadb1dfb5c4cae9b7bfbfaac3c5c1cba1a3c7e5b3bfa3acb6c1d5dfd2d1d4dac3c5bfdac5c5c6f0b3a4b6d3a1a3";
  writeFileSync(join(cwd, "gbk.txt"), Buffer.from(gbk, "hex"));
  return ["a.txt", "empty.txt", "gone.txt", "scan.txt", "gbk.txt", "z.txt"];
}

test("an input that fails stops no other, and is on record; encodings may differ", () =>
  inFolder((cwd) => {
    const { code, stderr } = run([...mixed(cwd), "-d", "out", "--errors", "errors.ndjson"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^all: 3 pages → out; 3 inputs failed/m);
    expect(names(join(cwd, "out"))).toEqual(["a.json", "gbk.json", "z.json"]);
    expect(JSON.parse(tree(join(cwd, "out"))["gbk.json"] ?? "")).toMatchObject({
      source: { encoding: "gb18030" },
    });
    const records = readFileSync(join(cwd, "errors.ndjson"), "utf8").trimEnd().split("\n");
    expect(records.map((record) => JSON.parse(record))).toEqual([
      { file: "empty.txt", problem: expect.any(String), advice: expect.any(String) },
      { file: "gone.txt", problem: "no such file", advice: "check the name" },
      { file: "scan.txt", problem: expect.stringContaining("PNG"), advice: expect.any(String) },
    ]);
  }));

test("--fail-fast stops at the first that fails", () =>
  inFolder((cwd) => {
    const { code, stderr } = run([...mixed(cwd), "-d", "out", "--fail-fast"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^stopped: 4 inputs left; add --resume to go on$/m);
    expect(names(join(cwd, "out"))).toEqual(["a.json"]);
  }));

test("outputs and messages come in the order of the inputs, with any number of workers", () =>
  inFolder((cwd) => {
    const inputs = mixed(cwd);
    scan(cwd, ...Array.from({ length: 30 }, (_, i) => `many/${i}.txt`));
    // Takes longer than all others.
    writeFileSync(join(cwd, "many/0.txt"), article.repeat(40));
    const [one, two] = ["1", "2"].map((jobs) => {
      const { code, stderr } = run(["many", ...inputs, "-d", `out${jobs}`, "-j", jobs], { cwd });
      expect(code).toBe(1);
      return { stderr: stderr.replace(/^all: .*/m, ""), files: tree(join(cwd, `out${jobs}`), true) };
    });
    expect(two).toEqual(one);
    expect(Object.keys(one?.files ?? {})).toHaveLength(34);
  }));

test("--resume does what is new, what changed, what was damaged, and what other options ask for", () =>
  inFolder((cwd) => {
    scan(cwd, "scans/a.txt", "scans/b.txt", "scans/c.txt");
    const resume = (...args: string[]) =>
      run(["scans", "-d", "out", "--resume", ...args], { cwd })
        .stderr.match(/^all: (.*?) →.*?; (.*); /m)
        ?.slice(1);
    expect(run(["scans", "-d", "out", "-q"], { cwd }).code).toBe(0);
    const first = tree(join(cwd, "out"), true);
    expect(resume()).toEqual(["0 pages", "3 up to date"]);
    scan(cwd, "scans/d.txt");
    writeFileSync(join(cwd, "scans/a.txt"), article);
    writeFileSync(join(cwd, "out/b.json"), first["b.json"]?.slice(0, 100) ?? "");
    expect(resume()).toEqual(["3 pages", "1 up to date"]);
    expect(tree(join(cwd, "out"))).toMatchObject({ "b.json": first["b.json"], "c.json": first["c.json"] });
    expect(run(["scans", "-d", "out", "--resume", "--edits"], { cwd }).stderr).toMatch(
      /^all: 4 pages → out; \d/m,
    );
  }));

/** Starts a batch, and sends it a signal once it has written a few outputs. */
async function interrupt(cwd: string, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [shim, "scans", "-d", "out", "-j", "2"], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    // Each line is an output that is in its place.
    stderr += text;
    if (!child.killed && stderr.split("\n").length > 5) child.kill(signal);
  });
  const code = await new Promise((done) => child.on("close", done));
  return { code, stderr };
}

onPosix.each([
  ["SIGKILL", null],
  ["SIGINT", 130],
] as const)("after %s no output is half written, and --resume ends with the same bytes", (signal, exitCode) =>
  inFolder(async (cwd) => {
    const pages = Array.from({ length: 300 }, (_, i) => `scans/${i}.txt`);
    scan(cwd, ...pages);
    for (const page of pages) writeFileSync(join(cwd, page), article.repeat(20));
    const { code, stderr } = await interrupt(cwd, signal);
    expect(code).toBe(exitCode);
    if (signal === "SIGINT") expect(stderr).toMatch(/^stopped: \d+ inputs left; add --resume to go on$/m);
    const written = tree(join(cwd, "out"));
    expect(Object.keys(written).length).toBeLessThan(pages.length);

    expect(run(["scans", "-d", "out", "--resume", "-q"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    expect(run(["scans", "-d", "whole", "-q"], { cwd }).code).toBe(0);
    const whole = tree(join(cwd, "whole"), true);
    expect(tree(join(cwd, "out"), true)).toEqual(whole);
    for (const [name, text] of Object.entries(written)) expect(text).toBe(whole[name]);
  }),
);

test("shards share all inputs among them, each the same ones every time", () =>
  inFolder((cwd) => {
    scan(cwd, ...Array.from({ length: 24 }, (_, i) => `scans/${i}.txt`));
    for (const shard of ["1/3", "2/3", "3/3"])
      expect(run(["scans", "-d", "shards", "--shard", shard, "-q"], { cwd }).code).toBe(0);
    run(["scans", "-d", "whole", "-q"], { cwd });
    const whole = tree(join(cwd, "whole"));
    expect(tree(join(cwd, "shards"))).toEqual(whole);
    const journals = ["1-of-3", "2-of-3", "3-of-3"].map((name) =>
      readFileSync(join(cwd, `shards/.pagefix/${name}.ndjson`), "utf8")
        .trimEnd()
        .split("\n"),
    );
    expect(journals.every((lines) => lines.length > 2)).toBe(true);
    expect(
      journals
        .flat()
        .map((line) => JSON.parse(line).output)
        .sort(),
    ).toEqual(Object.keys(whole));
    // Other parts find what these have done.
    expect(run(["scans", "-d", "shards", "--resume"], { cwd }).stderr).toMatch(/24 up to date/);
  }));

onPosix("a folder that cannot be read is reported, and hides no other", () =>
  inFolder((folder) => {
    const { bin, cwd, options } = ordinary(folder);
    scan(cwd, "scans/a.txt", "scans/locked/b.txt", "scans/z/c.txt");
    handOver(folder);
    chmodSync(join(cwd, "scans/locked"), 0o000);
    for (const input of ["scans", "scans/**/*.txt"]) {
      const { code, stderr } = run([input, "-d", "out"], options, bin);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^pagefix: scans\/locked: no permission to read it; /);
      expect(names(join(cwd, "out"))).toEqual(["a.json", "z/c.json"]);
    }
  }),
);

test("an output that another input gave is not written over, whatever runs came between", () =>
  inFolder((cwd) => {
    scan(cwd, "a/page.txt", "b/page.txt", "b/other.txt");
    for (const input of ["a/page.txt", "b/other.txt"])
      expect(run([input, "-d", "out", "-q"], { cwd }).code).toBe(0);
    const before = tree(join(cwd, "out"), true);
    for (const resume of [[], ["--resume"]]) {
      const { code, stderr } = run(["b/page.txt", "-d", "out", ...resume], { cwd });
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^pagefix: b\/page\.txt: would be written over out.page\.json, which was made from a.page\.txt; name both in one run, tell them apart with --name, or remove out/,
      );
      expect(tree(join(cwd, "out"), true)).toEqual(before);
    }
    // Each way out that the message names.
    expect(run(["a/page.txt", "b/page.txt", "-d", "out", "-q"], { cwd }).code).toBe(0);
    expect(run(["b/page.txt", "-d", "out", "--name", "b-{name}.{ext}", "-q"], { cwd }).code).toBe(0);
    rmSync(join(cwd, "out/page.json"));
    expect(run(["b/page.txt", "-d", "out", "-q"], { cwd }).code).toBe(0);
    expect(JSON.parse(tree(join(cwd, "out"))["page.json"] ?? "").source.path).toBe("b/page.txt");
  }));

test("the same input may be done anew, from wherever it is named", () =>
  inFolder((cwd) => {
    scan(cwd, "a/page.txt");
    for (let i = 0; i < 3; i++) expect(run(["a/page.txt", "-d", "out", "-q"], { cwd }).code).toBe(0);
    expect(run(["page.txt", "-d", "../out", "-q"], { cwd: join(cwd, "a") }).code).toBe(0);
    // The journal does not grow with the runs.
    const journal = tree(cwd, true)["out/.pagefix/all.ndjson"] ?? "";
    expect(
      journal
        .trimEnd()
        .split("\n")
        .map((line) => Object.keys(JSON.parse(line))),
    ).toEqual([
      ["output", "input"],
      ["output", "input", "seal"],
    ]);
  }));

test("journals of earlier versions, which do not say what outputs were made from, are read", () =>
  inFolder((cwd) => {
    scan(cwd, "a/page.txt", "b/page.txt");
    run(["a/page.txt", "-d", "out", "-q"], { cwd });
    const file = join(cwd, "out/.pagefix/all.ndjson");
    const { input: _, ...line } = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, `${JSON.stringify(line)}\n`);
    expect(run(["a/page.txt", "-d", "out", "--resume"], { cwd }).stderr).toContain("1 up to date");
    expect(run(["b/page.txt", "-d", "out", "-q"], { cwd }).code).toBe(0);
  }));

test("outputs in the folder of the inputs are no inputs of the next run, unless they are named", () =>
  inFolder((cwd) => {
    scan(cwd, "scans/a.txt", "scans/deep/b.txt");
    const args = ["--name", "{dir}/{name}.fixed.{ext}", "-f", "text", "-d", "scans"];
    for (const input of ["scans", "scans/**/*.txt", join(cwd, "scans")])
      for (const resume of [[], ["--resume"]]) {
        expect(run([input, ...args, ...resume, "-q"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
        expect(names(join(cwd, "scans"))).toEqual(["a.fixed.txt", "a.txt", "deep/b.fixed.txt", "deep/b.txt"]);
      }
    expect(run(["scans/a.fixed.txt", ...args, "-q"], { cwd }).code).toBe(0);
    expect(names(join(cwd, "scans"))).toContain("a.fixed.fixed.txt");
  }));

onPosix("a second run into the same folder is refused while the first is at work", () =>
  inFolder(async (cwd) => {
    scan(cwd, ...Array.from({ length: 200 }, (_, i) => `scans/${i}.txt`));
    const child = spawn(process.execPath, [shim, "scans", "-d", "out", "-j", "1"], { cwd });
    const first = new Promise((done) => child.on("close", done));
    await new Promise((seen) => child.stderr.once("data", seen));
    // Stopped, it does not end meanwhile.
    child.kill("SIGSTOP");
    try {
      const second = run(["scans", "-d", "out"], { cwd });
      expect(second.code).toBe(2);
      expect(second.stderr).toBe(
        `pagefix: out: another run writes to this folder, process ${child.pid}; wait for it, name another --out-dir, or share the pages among the runs with --shard; if no run is left, remove out/.pagefix/all.lock\n`,
      );
      expect(run(["scans/0.txt", "-d", "out", "--shard", "1/1", "-q"], { cwd }).code).toBe(0);
    } finally {
      child.stderr.resume();
      child.kill("SIGCONT");
    }
    expect(await first).toBe(0);
    expect(names(join(cwd, "out"))).toHaveLength(200);
    expect(readdirSync(join(cwd, "out/.pagefix"))).toEqual(["1-of-1.ndjson", "all.ndjson"]);
  }),
);

(process.platform === "linux" ? test : test.skip)(
  "a number that was given to another process since does not hold a folder",
  () =>
    inFolder((cwd) => {
      scan(cwd, "scans/0.txt");
      mkdirSync(join(cwd, "out/.pagefix"), { recursive: true });
      const lock = (start: string | null) =>
        writeFileSync(
          join(cwd, "out/.pagefix/all.lock"),
          JSON.stringify({ pid: process.pid, host: hostname(), start }),
        );
      lock(null);
      expect(run(["scans", "-d", "out", "-q"], { cwd }).code).toBe(2);
      lock("1");
      expect(run(["scans", "-d", "out", "-q"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
    }),
);
