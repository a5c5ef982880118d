import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { article, handOver, inFolder, ordinary, run, shim } from "./command.ts";

const onPosix = process.platform === "win32" ? test.skip : test;

onPosix("an output that is an input by any name is refused", () =>
  inFolder((cwd) => {
    const page = join(cwd, "page.txt");
    writeFileSync(page, article);
    symlinkSync("page.txt", join(cwd, "link.txt"));
    linkSync(page, join(cwd, "hard.txt"));
    for (const output of ["page.txt", "./page.txt", "link.txt", "hard.txt"])
      expect(run(["page.txt", "-o", output], { cwd })).toMatchObject({
        code: 2,
        stderr: `pagefix: page.txt: would be overwritten by the output, ${output}; name another file with --output\n`,
      });
    expect(run(["page.txt"], { cwd, stdio: ["ignore", openSync(page, "a"), "pipe"] }).code).toBe(2);
    expect(run(["-o", "page.txt"], { cwd, stdio: [openSync(page, "r"), "pipe", "pipe"] }).code).toBe(2);
    expect(readFileSync(page, "utf8")).toBe(article);
  }),
);

onPosix("a file is replaced as a whole and keeps its mode; a symlink stays one", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    mkdirSync(join(cwd, "far"));
    symlinkSync("far/real.json", join(cwd, "link.json"));
    expect(run(["page.txt", "-o", "link.json"], { cwd }).code).toBe(0);
    chmodSync(join(cwd, "far/real.json"), 0o640);
    const before = statSync(join(cwd, "far/real.json"));
    expect(run(["page.txt", "-o", "link.json"], { cwd }).code).toBe(0);
    const after = statSync(join(cwd, "far/real.json"));
    expect(after.mode & 0o777).toBe(0o640);
    expect(after.ino).not.toBe(before.ino);
    expect(lstatSync(join(cwd, "link.json")).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(cwd, "far"))).toEqual(["real.json"]);
  }),
);

test("where nothing came through, an older output stays", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "out.json"), "old");
    expect(run(["nope.txt", "-o", "out.json"], { cwd }).code).toBe(1);
    expect(readFileSync(join(cwd, "out.json"), "utf8")).toBe("old");
  }));

test.each([
  ["no/out.json", /no\/out\.json: there is no folder no; make it first/],
  ["folder.json", /folder\.json: is a directory; name a file in it, e\.g\. folder\.json\/page\.json/],
])("an output that cannot be: %s", (output, message) =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    mkdirSync(join(cwd, "folder.json"));
    const { code, stderr } = run(["page.txt", "-o", output], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  }),
);

test("an output that is a folder is none, and --out-dir is named", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    mkdirSync(join(cwd, "folder"));
    expect(run(["page.txt", "-o", "folder"], { cwd })).toMatchObject({
      code: 2,
      stderr: "pagefix: folder is a folder; name a file in it, or use --out-dir for a file each\n",
    });
  }));

onPosix("devices are written to, not replaced", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    expect(run(["page.txt", "-f", "json", "-o", "/dev/null"], { cwd }).code).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(run(["page.txt", "-f", "ndjson", "-o", "/dev/stdout"], { cwd }).stdout).toMatch(/^\{"version":1/);
  }),
);

onPosix("an ordinary user is told about missing permissions", () =>
  inFolder((folder) => {
    const { bin, cwd, options: as } = ordinary(folder);
    mkdirSync(join(cwd, "locked"));
    for (const name of ["page.txt", "secret.txt", "fixed.json"]) writeFileSync(join(cwd, name), article);
    handOver(folder);
    chmodSync(join(cwd, "secret.txt"), 0o000);
    chmodSync(join(cwd, "fixed.json"), 0o444);
    chmodSync(join(cwd, "locked"), 0o555);
    expect(run(["secret.txt"], as, bin)).toMatchObject({
      code: 1,
      stderr: "pagefix: secret.txt: no permission to read it; ask its owner, or change its mode\n",
    });
    for (const output of ["fixed.json", "locked/out.json"])
      expect(run(["page.txt", "-o", output], as, bin)).toMatchObject({
        code: 1,
        stderr: `pagefix: ${output}: no permission to write it; name a file in a folder of your own\n`,
      });
    expect(run(["page.txt", "-q", "-o", "out.json"], as, bin)).toMatchObject({ code: 0, stderr: "" });
  }),
);

onPosix("a named pipe gives what it has once, and all of it is read", () =>
  inFolder((cwd) => {
    writeFileSync(join(cwd, "page.txt"), article);
    execFileSync("mkfifo", ["pipe"], { cwd });
    spawn("sh", ["-c", "cat page.txt > pipe"], { cwd });
    const { code, stdout } = run(["pipe", "--format", "text", "-q"], { cwd, timeout: 10_000 });
    expect({ code, stdout }).toEqual({ code: 0, stdout: article });
  }),
);

onPosix("a reader that closes the pipe is no failure", () =>
  inFolder(async (cwd) => {
    // More than any pipe holds.
    writeFileSync(join(cwd, "page.txt"), article + "江边的书房。".repeat(20_000));
    const child = spawn(process.execPath, [shim, "-q", "page.txt"], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((done) => child.on("close", done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  }),
);

onPosix("nor is one that closes it on the help", async () => {
  const child = spawn(process.execPath, [shim, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const code = await new Promise((done) => child.on("close", done));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

const full = existsSync("/dev/full") ? test : test.skip;

full("a full disk is a failure", () => {
  const { code, stderr } = run(["-q"], {
    input: article,
    stdio: ["pipe", openSync("/dev/full", "w"), "pipe"],
  });
  expect(code).toBe(1);
  expect(stderr).toBe(
    "pagefix: standard output: the disk is full; make room, or name a file on another disk\n",
  );
});
