/** Words of the command line that several commands share: how a command speaks, and what its values mean. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { InputError } from "../page/errors.ts";
import type { Language } from "../page/types.ts";
import { encodingNamed } from "../read/encodings.ts";
import { INPUT_FORMATS, type InputFormat } from "../read/formats.ts";
import { DONE, USAGE } from "./exit-codes.ts";
import { printable } from "./printable.ts";

/** How a page is read and repaired. */
export interface Reading {
  readonly formatIn?: InputFormat;
  readonly encoding?: string;
  readonly lang?: Language;
  readonly gapMark?: string;
  readonly strict: boolean;
  readonly keepTypography: boolean;
  readonly edits: boolean;
  readonly validate: boolean;
  readonly explain?: boolean;
  readonly confidence?: boolean;
  /** A file of decisions; false for none, also none beside the page. */
  readonly decisions?: string | false;
}

const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "ja", "ko", "en", "fr", "de"];

/** A command that throws what is wrong with its usage, once it has printed it. */
export function newCommand(name: string): Command {
  return new Command(name)
    .helpOption("--help", "print this help")
    .exitOverride()
    .configureOutput({
      // Who has read enough of the help closes the pipe.
      writeOut: (text) => process.stdout.on("error", () => {}).write(text),
      outputError: (text, write) =>
        write(`${printable(text.trimEnd(), "\n").replace(/^error: /, "pagefix: ")}\n`),
    });
}

/** Adds what every command asks about the text of its inputs. */
export function withTextOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format-in <name>", "format of the input (default: found from its text)").choices(
        INPUT_FORMATS,
      ),
    )
    .option("--encoding <name>", "encoding of the input (default: found from its bytes)", encoding)
    .option("--lang <tag>", "language of the text, e.g. zh-Hant (default: found from the text)", language);
}

/** Adds what the commands ask that give documents. */
export function withDocumentOptions(command: Command): Command {
  return withTextOptions(command)
    .option("--strict", "fail on bytes that mean nothing in the encoding, and on broken layout files")
    .option("--gap-mark <text>", "what stands for missing text; '' for nothing (default: […])")
    .option("--keep-typography", "leave punctuation, quotes and spacing as they are")
    .option(
      "--decisions <file>",
      "honour the decisions of a file (default: page.decisions.json beside page.txt)",
    )
    .option("--no-decisions", "honour no decisions");
}

/** Refuses one file of decisions for several pages. */
export function refuseSharedDecisions(command: Command, isSeveral: boolean): void {
  if (command.opts<{ decisions?: string | false }>().decisions && isSeveral)
    command.error(
      "error: --decisions goes with one page; of several each has its own file beside it, page.decisions.json",
    );
}

/** Settings, or the exit code, where commander has printed the answer already: help, the version, what is wrong with the usage. */
export function readOrTold<Settings>(read: () => Settings): Settings | number {
  try {
    return read();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USAGE;
    throw error;
  }
}

/** @throws InvalidArgumentError, as all readers of values here do */
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

export function count(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("Use a whole number from 1 on.");
  return Number(text);
}

/** One part of several, from 1 on. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

export function shard(text: string): Shard {
  const [, part, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of)
    throw new InvalidArgumentError("Use i/n with i from 1 to n, e.g. 3/8.");
  return { part, of };
}
