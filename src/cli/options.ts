/** The command line: what may stand on it, and what it means. */
import { statSync } from "node:fs";
import { extname } from "node:path";
import { type Command, Option } from "commander";
import { version } from "./version.ts";
import {
  count,
  newCommand,
  type Reading,
  readOrTold,
  refuseSharedDecisions,
  type Shard,
  shard,
  withDocumentOptions,
} from "./vocabulary.ts";

export type Format = "html" | "json" | "markdown" | "ndjson" | "parquet" | "text";

export interface Settings extends Reading {
  /** As given: paths, folders, globs and `-`; empty for standard input. */
  readonly inputs: readonly string[];
  /** A file that lists inputs, or `-`. */
  readonly filesFrom?: string;
  /** Undefined for standard output. */
  readonly output?: string;
  readonly format: Format;
  readonly frontMatter: boolean;
  /** File with the scan of the page (html). */
  readonly image?: string;
  readonly quiet: boolean;
  readonly color: boolean;
  /** Where every input gets an output of its own. */
  readonly batch?: BatchSettings;
}

export interface BatchSettings {
  readonly outDir: string;
  /** With `{dir}`, `{name}` and `{ext}`. */
  readonly name: string;
  /** Undefined where the number of pages may say. */
  readonly jobs?: number;
  readonly resume: boolean;
  readonly failFast: boolean;
  /** File for the records of failures. */
  readonly errors?: string;
  readonly shard?: Shard;
}

type Given = Partial<Omit<Settings, "inputs" | "batch"> & BatchSettings> & { readonly color: boolean };

/** Those that are not given; as defaults of commander's they would fill the help. */
const FLAGS = {
  strict: false,
  keepTypography: false,
  edits: false,
  frontMatter: false,
  validate: false,
  quiet: false,
};

const FORMATS: readonly Format[] = ["json", "markdown", "html", "ndjson", "parquet", "text"];

const FORMAT_OF: Readonly<Record<string, Format>> = {
  ".json": "json",
  ".html": "html",
  ".htm": "html",
  ".md": "markdown",
  ".markdown": "markdown",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".parquet": "parquet",
  ".txt": "text",
};

const EXAMPLES = `
Inputs are files, folders (their .txt files), globs ('scans/**/*.xml'), or - for
standard input. What an input is, text or a layout file of an OCR engine (ALTO,
hOCR, TSV, PAGE XML, PaddleOCR, poppler), is found from its content. Several
inputs give one array, or a line each with ndjson; with --out-dir a file each.
Results go to standard output; messages go to standard error.

Commands, each with a --help of its own:
  pagefix explain      show each repair in its context, and why
  pagefix decisions    list what may be decided otherwise, to be edited
  pagefix undo         write a document without one of its edits
  pagefix check        report what is broken on pages, for CI
  pagefix eval         score documents against gold
  pagefix stream       answer pages as lines of JSON, for programs to drive
  pagefix completion   complete this command in bash, zsh or fish

Examples:
  pagefix page.txt                            the articles as JSON
  pagefix page.txt -o page.md --front-matter  as Markdown, the source on top
  pagefix page.txt -o page.html               to look at and correct
  pagefix 'scans/**/*.txt' -o issue.ndjson    a line for each page of an issue
  pagefix scans -d articles --resume          a file each; again, what is left
  tesseract page.png - -l chi_sim alto | pagefix -o page.json
  curl -s https://example.org/p1.txt | pagefix | jq '.articles[].title'

Exit codes: 0 done, with or without warnings; 1 a page failed, or a folder,
pattern or list named none (the others are written); 2 wrong usage, nothing was
written; 130 stopped by Ctrl-C.`;

/**
 * What the arguments ask for; or the exit code, where the answer has been printed already: help, the version, or what is
 * wrong with the usage.
 */
export function readArguments(argv: readonly string[]): Settings | number {
  return readOrTold(() => settle(pagefixCommand().parse(argv, { from: "user" })));
}

/** For a user who gave nothing to work on. */
export function printHelpAsError(): void {
  pagefixCommand().outputHelp({ error: true });
}

export function pagefixCommand(): Command {
  const command = newCommand("pagefix")
    .description("Turn the raw OCR text of newspaper pages into clean articles.")
    .argument("[inputs...]", "files, folders, globs, or - for standard input")
    .option("-o, --output <file>", "write to a file; its extension tells the format")
    .option("-d, --out-dir <folder>", "write a file for each input, in folders like theirs")
    .addOption(new Option("-f, --format <name>", "output format (default: json)").choices(FORMATS))
    .option("--name <pattern>", "how files in --out-dir are called (default: {dir}/{name}.{ext})")
    .option("--files-from <list>", "read the names of inputs from a file, or - for standard input")
    .option("-j, --jobs <n>", "work on so many pages at once (default: one for each core)", count)
    .option("--shard <i/n>", "do the i-th of n parts of the inputs", shard)
    .option("--resume", "leave out what --out-dir holds already, from the same input and version")
    .option("--fail-fast", "stop at the first input that fails")
    .option("--errors <file>", "write the inputs that failed to a file, as NDJSON");
  return withDocumentOptions(command)
    .option("--edits", "put the log of every edit into the document (json, ndjson)")
    .option("--explain", "the same, and what spoke for each decision and came second (json, ndjson)")
    .option("--confidence", "say how likely each role and each article is right (json, ndjson)")
    .option("--image <file>", "the scan of the page, PNG or JPEG, shown behind its boxes (html)")
    .option("--front-matter", "put source, hash and warnings on top (markdown)")
    .option("--validate", "check the result against the published schema before it is written")
    .option("-q, --quiet", "print errors only")
    .option("--no-color", "no colours in messages")
    .version(version(), "--version", "print the version")
    .addHelpText("after", EXAMPLES);
}

/** Usage that commander cannot judge by itself: options that need one another. */
function settle(command: Command): Settings {
  const { outDir, name, jobs, shard, resume, failFast, errors, ...given } = command.opts<Given>();
  const { format: named, output: file, ...options } = given;
  const output = file === "-" || file === "/dev/stdout" ? undefined : file;
  const extension = extname(output ?? name ?? "").toLowerCase();
  const format = named ?? FORMAT_OF[extension] ?? (output === undefined ? "json" : undefined);
  if (format === undefined) {
    if (isFolder(output))
      command.error(`error: ${output} is a folder; name a file in it, or use --out-dir for a file each`);
    const extensions = Object.keys(FORMAT_OF).join(", ");
    command.error(
      `error: ${output}: no format goes by this extension; use ${extensions}, or name one with --format`,
    );
  }
  if (options.frontMatter && format !== "markdown")
    command.error("error: --front-matter goes with Markdown; write to a .md file, or use --format markdown");
  if (options.image !== undefined && (format !== "html" || outDir !== undefined || command.args.length > 1))
    command.error("error: --image goes with html and one page");
  if (options.explain && format !== "json" && format !== "ndjson")
    command.error(
      `error: --explain goes with json and ndjson; for people there are pagefix explain and --format html`,
    );
  if (options.confidence && format !== "json" && format !== "ndjson")
    command.error(`error: --confidence goes with json and ndjson; ${format} has no place for it`);
  refuseSharedDecisions(command, outDir !== undefined || command.args.length > 1);
  if (options.edits && format !== "json" && format !== "ndjson")
    command.error(`error: --edits goes with json and ndjson; ${format} has no place for the log`);
  if (command.args.filter((input) => input === "-").length + (options.filesFrom === "-" ? 1 : 0) > 1)
    command.error("error: - stands twice; standard input can be read once");
  if (format === "parquet" && output === undefined && outDir === undefined && process.stdout.isTTY)
    command.error("error: parquet is nothing for a terminal; name a file with --output");
  const settings = {
    ...FLAGS,
    ...options,
    ...(output !== undefined && { output }),
    inputs: command.args,
    format,
    // The review shows why.
    ...(format === "html" && { explain: true }),
  };
  const batch = { name, jobs, shard, resume, failFast, errors };
  if (outDir === undefined) {
    const [astray] = Object.entries(batch).find(([, value]) => value !== undefined) ?? [];
    if (astray === undefined) return settings;
    command.error(`error: --${dashed(astray)} goes with --out-dir, the folder for the outputs`);
  }
  if (file !== undefined)
    command.error("error: --output and --out-dir exclude each other; one is a file for all, one a file each");
  if (command.args.includes("-") || (command.args.length === 0 && options.filesFrom === undefined))
    command.error(
      "error: standard input has no name to be written under in --out-dir; use --output, or name files",
    );
  if (name !== undefined && /(?:^|[\\/])$/.test(name))
    command.error("error: --name names no file; use a pattern like {dir}/{name}.{ext}");
  const unknown = name && /\{(?!(?:dir|name|ext)\})[^}]*\}?/.exec(name);
  if (unknown) command.error(`error: --name knows {dir}, {name} and {ext}; ${unknown[0]} is none of them`);
  if (name && /(^|[\\/])\.\.([\\/]|$)/.test(name))
    command.error("error: --name leads out of --out-dir; leave out ..");
  return {
    ...settings,
    batch: {
      outDir,
      name: name ?? "{dir}/{name}.{ext}",
      resume: resume ?? false,
      failFast: failFast ?? false,
      ...(jobs !== undefined && { jobs }),
      ...(errors !== undefined && { errors }),
      ...(shard !== undefined && { shard }),
    },
  };
}

function isFolder(path: string | undefined): boolean {
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** As it is typed: `failFast` is `fail-fast`. */
function dashed(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
