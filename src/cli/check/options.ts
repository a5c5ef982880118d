/** The command line of `pagefix check`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { count, newCommand, type Reading, readOrTold, withTextOptions } from "../vocabulary.ts";
import { CODES } from "./codes.ts";
import type { Finding } from "./findings.ts";
import type { ReporterName } from "./reporters.ts";

export interface CheckSettings extends Reading {
  readonly inputs: readonly string[];
  readonly filesFrom?: string;
  readonly reporter: ReporterName;
  readonly failOn: FailOn;
  readonly jobs?: number;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** Codes of which one finding is too many, or how many findings of any code are. */
export type FailOn = ReadonlySet<string> | number;

const REPORTERS: readonly ReporterName[] = ["text", "json", "github", "sarif"];
const ALL = Object.keys(CODES);
const WARNINGS = ALL.filter((code) => CODES[code]?.level !== "note");

const EXAMPLES = `
Codes of warnings:
${inLines(WARNINGS)}
Codes of repairs:
${inLines(ALL.filter((code) => !WARNINGS.includes(code)))}

Examples:
  pagefix check scans                           all .txt files of a folder
  pagefix check scans --fail-on missing-text    only what is lost is too much
  pagefix check 'scans/**/*.txt' --reporter sarif > pages.sarif

Exit codes: 0 nothing that --fail-on asks for; 1 findings that it asks for; 2 a
page could not be read, or wrong usage.`;

/** A list as the help has room for it. */
function inLines(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 76) lines[lines.length - 1] = `${last}, ${word}`;
    else lines.push(`  ${word}`);
  }
  return `${lines.join(",\n")}.`;
}

/** What the arguments ask for; or the exit code, where the answer has been printed already. */
export function readCheckArguments(argv: readonly string[]): CheckSettings | number {
  return readOrTold(() => settle(checkCommand().parse(argv, { from: "user" })));
}

export function checkCommand(): Command {
  const command = newCommand("pagefix check")
    .description("Report what is broken on pages, as file:line:column code message. Nothing is written.")
    .argument("[inputs...]", "files, folders, globs, or - for standard input")
    .addOption(new Option("--reporter <name>", "how findings are printed").choices(REPORTERS).default("text"))
    .option(
      "--fail-on <what>",
      "warnings, repairs, never, codes (a,b) or a number of findings (default: warnings)",
      failOn,
    )
    .option("--files-from <list>", "read the names of inputs from a file, or - for standard input")
    .option("-j, --jobs <n>", "work on so many pages at once (default: one for each core)", count);
  return withTextOptions(command)
    .option("--typography", "report half-width punctuation and spaces between letters too")
    .option("-q, --quiet", "print findings and errors only")
    .option("--no-color", "no colours in messages")
    .addHelpText("after", EXAMPLES);
}

function settle(command: Command): CheckSettings {
  const { typography, ...options } = command.opts<Given>();
  const reading = { strict: false, keepTypography: !typography, edits: true, validate: false };
  return { ...reading, quiet: false, failOn: failOn("warnings"), ...options, inputs: command.args };
}

type Given = Omit<CheckSettings, keyof Reading | "inputs" | "quiet" | "failOn"> & {
  readonly failOn?: FailOn;
  readonly typography?: boolean;
  readonly quiet?: boolean;
};

function failOn(text: string): FailOn {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  if (text === "warnings") return new Set(WARNINGS);
  if (text === "repairs") return 1;
  if (text === "never") return new Set();
  const codes = text.split(",");
  const unknown = codes.find((code) => !ALL.includes(code));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no code ${unknown}; see --help.`);
  return new Set(codes);
}

/** Whether a finding, the so manyth, is one that the check is to fail on. */
export function isTooMuch({ code }: Finding, number: number, asked: FailOn): boolean {
  return typeof asked === "number" ? number >= asked : asked.has(code);
}
