/** What fixtures/examples says, run as it stands there. Those for git and for CI are in check.test.ts, that for Slurm in test/chain. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "@jest/globals";
import { article, inFolder, run, shim } from "./command.ts";

const onPosix = process.platform === "win32" ? test.skip : test;
const has = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

const NAMES = ["甲.txt", "100%.txt", "deep/two words.txt", "deep/z.txt", "gone.txt"];
const PATHS = NAMES.map((name) => `scans/${name}`);

/** A collection with one page that is listed and not there, and pagefix on the path. */
function collection(cwd: string): NodeJS.ProcessEnv {
  for (const folder of [".bin", "scans/deep"]) mkdirSync(join(cwd, folder), { recursive: true });
  symlinkSync(shim, join(cwd, ".bin/pagefix"));
  NAMES.slice(0, -1).forEach((name, i) => {
    writeFileSync(join(cwd, "scans", name), `${article}\n第${i}版\n`);
  });
  writeFileSync(join(cwd, "pages.list"), PATHS.map((path) => `${path}\0`).join(""));
  writeFileSync(join(cwd, "pages.txt"), PATHS.map((path) => `${path}\n`).join(""));
  writeFileSync(
    join(cwd, "pages.ndjson"),
    PATHS.map((path) => `${JSON.stringify({ id: path, path })}\n`).join(""),
  );
  return { ...process.env, PATH: `${join(cwd, ".bin")}${delimiter}${process.env.PATH}` };
}

/** The answers to all pages, in their order, from lines. */
function expectAnswers(cwd: string, lines: string): void {
  const answers = lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const single = PATHS.slice(0, -1).map((path) => ({
    id: path,
    documents: [JSON.parse(run([path], { cwd }).stdout)],
  }));
  expect(answers).toEqual([...single, { id: "scans/gone.txt", error: expect.anything() }]);
}

const readme = readFileSync("fixtures/examples/README.md", "utf8");
const COMMANDS = [...readme.matchAll(/^```sh *(.*)\n(.*)\n```$/gm)].map(([, needs = "", command = ""]) => ({
  needs,
  command,
}));

test("there are commands", () => {
  expect(COMMANDS.length).toBeGreaterThan(3);
});

for (const { needs, command } of COMMANDS)
  (needs === "" || has(needs) ? onPosix : test.skip)(`${command}`, () =>
    inFolder((cwd) => {
      const env = collection(cwd);
      const { status, stderr } = spawnSync("sh", ["-c", command], { cwd, env, encoding: "utf8" });
      if (command.includes("--shard")) {
        expect(status).not.toBe(0);
        expect(stderr).toContain("gone.txt: no such file");
        run(["--files-from", "pages.list", "-d", "single", "-q"], { cwd });
        const outputs = (folder: string) =>
          readdirSync(join(cwd, folder), { recursive: true, encoding: "utf8" })
            .filter((name) => name.endsWith(".json"))
            .sort()
            .map((name) => [name, readFileSync(join(cwd, folder, name), "utf8")]);
        expect(outputs("articles")).toEqual(outputs("single"));
        expect(outputs("articles")).toHaveLength(4);
      } else {
        expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
        if (command.endsWith("> pages.ndjson"))
          expect(readFileSync(join(cwd, "pages.ndjson"), "utf8")).toBe(
            PATHS.map((path) => `${JSON.stringify({ id: path, path })}\n`).join(""),
          );
        else expectAnswers(cwd, readFileSync(join(cwd, "documents.ndjson"), "utf8"));
      }
    }),
  );

/** As PySpark pipes: the words of the command as `shlex` parts them, a line of UTF-8 in for each element, a line out each. */
const PYSPARK = `
import shlex, subprocess
class RDD:
    def __init__(self, items): self.items = list(items)
    def count(self): return len(self.items)
    def repartition(self, n): return self
    def map(self, f): return RDD(map(f, self.items))
    def pipe(self, command, env=None, checkCode=False):
        lines = "".join(str(item).rstrip("\\n") + "\\n" for item in self.items)
        done = subprocess.run(shlex.split(command), input=lines.encode(), stdout=subprocess.PIPE, check=checkCode)
        return RDD(line.decode() for line in done.stdout.rstrip(b"\\n").split(b"\\n"))
    def saveAsTextFile(self, path): open(path, "w").write("".join(item + "\\n" for item in self.items))
class SparkContext:
    def textFile(self, path): return RDD(open(path, encoding="utf-8").read().splitlines())
class Builder:
    def appName(self, name): return self
    def getOrCreate(self): return SparkSession()
class SparkSession:
    builder = Builder()
    sparkContext = SparkContext()
`;

(has("python3") ? onPosix : test.skip)(
  "the recipe for Spark, with what it asks of Spark in forty lines of Python",
  () =>
    inFolder((cwd) => {
      const env = collection(cwd);
      mkdirSync(join(cwd, "pyspark"));
      writeFileSync(join(cwd, "pyspark/__init__.py"), "");
      writeFileSync(join(cwd, "pyspark/sql.py"), PYSPARK);
      const script = join(process.cwd(), "fixtures/examples/spark_articles.py");
      const { status, stderr } = spawnSync("python3", [script, "pages.txt", "documents"], {
        cwd,
        env: { ...env, PYTHONPATH: cwd, PYTHONDONTWRITEBYTECODE: "1" },
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expectAnswers(cwd, readFileSync(join(cwd, "documents"), "utf8"));
    }),
);

onPosix("the command that Spark pipes through, on standard input and output alone", () =>
  inFolder((cwd) => {
    const env = collection(cwd);
    const recipe = readFileSync("fixtures/examples/spark_articles.py", "utf8");
    const [program = "", ...args] = /^PIPE = "(.*)"$/m.exec(recipe)?.[1]?.split(" ") ?? [];
    const input = readFileSync(join(cwd, "pages.ndjson"));
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, input, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expectAnswers(cwd, stdout);
  }),
);
