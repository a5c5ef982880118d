/** The command line: what may stand on it, and what it means. */
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { InputError } from "../page/errors.ts";
import type { Language } from "../page/types.ts";
import { encodingNamed } from "../read/encodings.ts";
import { INPUT_FORMATS, type InputFormat } from "../read/formats.ts";
import { printable } from "./printable.ts";

export type Format = "json" | "markdown" | "ndjson" | "text";

export interface Settings {
  /** As given: paths, globs and `-`; empty for standard input. */
  readonly inputs: readonly string[];
  /** Undefined for standard output. */
  readonly output?: string;
  readonly format: Format;
  readonly formatIn?: InputFormat;
  readonly encoding?: string;
  readonly lang?: Language;
  readonly gapMark?: string;
  readonly strict: boolean;
  readonly keepTypography: boolean;
  readonly edits: boolean;
  readonly frontMatter: boolean;
  readonly validate: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

type Given = Omit<Settings, "inputs" | "format" | keyof typeof FLAGS> &
  Partial<Pick<Settings, keyof typeof FLAGS>> & { readonly format?: Format };

/** Those that are not given; as defaults of commander's they would fill the help. */
const FLAGS = {
  strict: false,
  keepTypography: false,
  edits: false,
  frontMatter: false,
  validate: false,
  quiet: false,
};

const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "ja", "ko", "en", "fr", "de"];

const FORMATS: readonly Format[] = ["json", "markdown", "ndjson", "text"];

const FORMAT_OF: Readonly<Record<string, Format>> = {
  ".json": "json",
  ".md": "markdown",
  ".markdown": "markdown",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".txt": "text",
};

const EXAMPLES = `
Inputs are files, globs ('scans/**/*.txt'), or - for standard input. Several inputs give one array, or one line
each with ndjson. Results go to standard output; messages go to standard error.

Examples:
  pagefix page.txt                              the articles as JSON
  pagefix page.txt -o page.md --front-matter    as Markdown, with the source named on top
  pagefix 'scans/**/*.txt' -o issue.ndjson      a line for each page of an issue
  curl -s https://example.org/p1.txt | pagefix --encoding gb18030 | jq '.articles[].title'

Exit codes: 0 done; 1 a page failed (the others are written); 2 wrong usage.`;

/**
 * What the arguments ask for; or the exit code, where the answer has been printed already: help, the version, or what is
 * wrong with the usage.
 */
export function readArguments(argv: readonly string[]): Settings | number {
  const command = define();
  try {
    command.parse(argv, { from: "user" });
    return settle(command);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** For a user who gave nothing to work on. */
export function printHelpAsError(): void {
  define().outputHelp({ error: true });
}

function define(): Command {
  return new Command("pagefix")
    .description("Turn the raw OCR text of newspaper pages into clean articles.")
    .argument("[inputs...]", "text files, globs, or - for standard input")
    .option("-o, --output <file>", "write to a file; its extension tells the format")
    .addOption(new Option("-f, --format <name>", "output format (default: json)").choices(FORMATS))
    .addOption(
      new Option("--format-in <name>", "format of the input (default: found from its text)").choices(
        INPUT_FORMATS,
      ),
    )
    .option("--encoding <name>", "encoding of the input (default: found from its bytes)", encoding)
    .option("--lang <tag>", "language of the text, e.g. zh-Hant (default: found from the text)", language)
    .option("--strict", "fail on bytes that mean nothing in the encoding, and on broken layout files")
    .option("--gap-mark <text>", "what stands for missing text; '' for nothing (default: […])")
    .option("--keep-typography", "leave punctuation, quotes and spacing as they are")
    .option("--edits", "put the log of every edit into the document (json, ndjson)")
    .option("--front-matter", "put source, hash and warnings on top (markdown)")
    .option("--validate", "check the result against the published schema before it is written")
    .option("-q, --quiet", "print errors only")
    .option("--no-color", "no colours in messages")
    .version(version(), "--version", "print the version")
    .helpOption("--help", "print this help")
    .addHelpText("after", EXAMPLES)
    .exitOverride()
    .configureOutput({
      // Who has read enough of the help closes the pipe.
      writeOut: (text) => process.stdout.on("error", () => {}).write(text),
      outputError: (text, write) =>
        write(`${printable(text.trimEnd(), "\n").replace(/^error: /, "pagefix: ")}\n`),
    });
}

/** Usage that commander cannot judge by itself: options that need one another. */
function settle(command: Command): Settings {
  const { format: named, output: file, ...options } = command.opts<Given>();
  const output = file === "-" || file === "/dev/stdout" ? undefined : file;
  const format = named ?? (output === undefined ? "json" : FORMAT_OF[extname(output).toLowerCase()]);
  if (format === undefined) {
    const extensions = Object.keys(FORMAT_OF).join(", ");
    command.error(
      `error: ${output}: no format goes by this extension; use ${extensions}, or name one with --format`,
    );
  }
  if (options.frontMatter && format !== "markdown")
    command.error("error: --front-matter goes with Markdown; write to a .md file, or use --format markdown");
  if (options.edits && format !== "json" && format !== "ndjson")
    command.error(`error: --edits goes with json and ndjson; ${format} has no place for the log`);
  if (command.args.filter((input) => input === "-").length > 1)
    command.error("error: - stands twice; standard input can be read once");
  return { ...FLAGS, ...options, ...(output !== undefined && { output }), inputs: command.args, format };
}

function encoding(label: string): string {
  try {
    return encodingNamed(label);
  } catch (error) {
    if (error instanceof InputError) throw new InvalidArgumentError(`${error.advice.replace(/^u/, "U")}.`);
    throw error;
  }
}

/** The language that a BCP 47 tag comes down to: `zh-CN` is written in Hans, `en-GB` is `en`. */
function language(tag: string): Language {
  const { language = "", script } = likeliest(tag);
  const found = LANGUAGES.find((known) => known === language || known === `${language}-${script}`);
  if (found === undefined) throw new InvalidArgumentError(`Use one of ${LANGUAGES.join(", ")}.`);
  return found;
}

function likeliest(tag: string): { readonly language?: string; readonly script?: string | undefined } {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return {};
  }
}

function version(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}
