/**
 * `npm run regexes`: has recheck say of each regular expression of the program whether its time grows with the text, and writes
 * what it said to `checked.json`. Those known already are not asked again. What recheck finds worse than linear, or cannot
 * tell, needs a reason (`why`) that it is not, written into the file by hand, and must prove it here by the clock.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { check } from "recheck";
import { regexesOf } from "./collect.ts";

export interface Checked {
  readonly verdict: "linear" | "vulnerable" | "unknown";
  /** A text that takes long, as code. */
  readonly attack?: string;
  readonly why?: string;
}

const FILE = "test/regexes/checked.json";
/** In ms. */
const PATIENCE = 20_000;

/** What patterns repeat. */
const UNITS = [
  " ",
  "\t\n",
  "国",
  "a",
  "A",
  "0",
  "一",
  "□",
  "|",
  "/",
  "（",
  "(",
  "，",
  "・",
  "A. ",
  "第0版",
  "0面 に続く ",
  "转0 ",
  "记者国 ",
  "（记者 国国 ",
  "摄影 ",
  "撮影",
  "写真：",
  "Photo by A",
  "(photo: ",
  "continued on ",
  "page ",
  "地址 ",
  "0年 0月 ",
  "class=",
  "<page width=",
  "\u001b]",
  "[[",
  "新闻",
];

const known: Record<string, Checked> = JSON.parse(readFileSync(FILE, "utf8"));
const regexes = await regexesOf((file) => import(`../../src/${file.replace(/ts$/, "js")}`));
const checked: Record<string, Checked> = {};
for (const [name, { source, flags, file }] of [...regexes].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const before = known[name];
  checked[name] = before ?? (await ask(source, flags));
  writeFileSync(FILE, `${JSON.stringify({ ...known, ...checked }, null, 2)}\n`);
  if (checked[name].verdict === "linear") continue;
  const times = timesOf(new RegExp(source, flags.replace("y", "")));
  console.log(
    `${file}: ${name.slice(0, 100)}\n  ${checked[name].verdict}; ${times.map((ms) => `${ms.toFixed(1)} ms`).join(", ")}`,
  );
  if (checked[name].why && (times.at(-1) as number) < 100) continue;
  console.log("  mend it, or say why it is bounded");
  process.exitCode = 1;
}
writeFileSync(FILE, `${JSON.stringify(checked, null, 2)}\n`);
console.log(`${Object.keys(checked).length} regular expressions`);

async function ask(source: string, flags: string): Promise<Checked> {
  const said = await check(source, flags, { timeout: PATIENCE });
  if (said.status === "safe") return { verdict: "linear" };
  return { verdict: said.status, ...(said.status === "vulnerable" && { attack: said.attack.pattern }) };
}

/** The longest of some texts of 25, 50 and 100 kB: runs of what patterns repeat. */
function timesOf(regex: RegExp): number[] {
  return [25_000, 50_000, 100_000].map((size) =>
    Math.max(
      ...UNITS.map((unit) => {
        const text = `${unit.repeat(Math.ceil(size / unit.length))}\u0000`;
        const start = performance.now();
        regex.exec(text);
        return performance.now() - start;
      }),
    ),
  );
}
