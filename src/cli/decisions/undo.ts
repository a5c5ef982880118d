/** `pagefix undo`: a document without one of its edits. */
import { readFileSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { undoEdit } from "../../api.ts";
import type { Document } from "../../page/document.ts";
import { InputError } from "../../page/errors.ts";
import { decode } from "../../read/decode.ts";
import { toJson } from "../../write/json.ts";
import { besideOf } from "../beside.ts";
import { sha256 } from "../digest/digest.ts";
import { DONE, FAILED, USAGE } from "../exit-codes.ts";
import { openMessages } from "../messages.ts";
import { isSameFile, prepareOutput } from "../output.ts";
import { failureOf, readProblem } from "../problems.ts";
import { newCommand, readOrTold } from "../vocabulary.ts";
import { readDocuments } from "./documents.ts";

const EXAMPLES = `
Edits are counted from 0, in the order of "edits" in the document, which must
have been written with --edits or --explain. The page is read again from the
path that the document names, or from --source, and must be the
same to the byte.

Examples:
  pagefix page.txt --edits -o page.json
  pagefix undo page.json --edit 12 -o page.json

Exit codes: 0 done; 2 wrong usage, or a document or page that does not fit.`;

interface UndoSettings {
  readonly name: string;
  readonly edit: number;
  readonly page: number;
  readonly source?: string;
  readonly output?: string;
  readonly quiet: boolean;
  readonly color: boolean;
}

export function undoCommand(): Command {
  return newCommand("pagefix undo")
    .description("Write a document without one of its edits, as if pagefix had not made it.")
    .argument("<document>", "the JSON that pagefix wrote of the page, with its edits")
    .requiredOption("--edit <n>", "which edit, counted from 0", wholeNumber)
    .option("--page <n>", "which document of several, counted from 0", wholeNumber)
    .option("--source <file>", "the page (default: the path in the document)")
    .option("-o, --output <file>", "write to a file (default: standard output)")
    .option("-q, --quiet", "print errors only")
    .option("--no-color", "no colours in messages")
    .allowExcessArguments(false)
    .addHelpText("after", EXAMPLES);
}

function readUndoArguments(argv: readonly string[]): UndoSettings | number {
  return readOrTold(() => {
    const command = undoCommand().parse(argv, { from: "user" });
    const given = command.opts<Omit<UndoSettings, "name" | "quiet"> & { readonly quiet?: boolean }>();
    return { ...given, quiet: given.quiet ?? false, page: given.page ?? 0, name: command.args[0] as string };
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Use a whole number from 0 on.");
  return Number(text);
}

/** Gives the exit code. */
export async function undo(argv: readonly string[]): Promise<number> {
  const settings = readUndoArguments(argv);
  if (typeof settings === "number") return settings;
  const messages = await openMessages(settings);
  const { name, edit, output } = settings;
  try {
    const documents = await readDocuments(readFileSync(name, "utf8"));
    const { document, also } = await without(documents, settings);
    const source = settings.source ?? document.source.path;
    if (source !== null && isSameFile(source, output))
      throw new InputError(`the output ${output} is the page itself`, "name another file with --output");
    const all = documents.map((it, i) => (i === settings.page ? document : it));
    await prepareOutput(output)(toJson(all));
    messages.summary(
      name,
      `edit ${edit} undone${also.length === 0 ? "" : `, with ${also.join(", ")} that hung on it`}`,
    );
    return DONE;
  } catch (error) {
    const failure = failureOf(error, name, readProblem);
    messages.failure(failure);
    return failure.stack === null ? USAGE : FAILED;
  }
}

async function without(documents: readonly Document[], { edit, page, source }: UndoSettings) {
  const document = documents[page];
  if (!document)
    throw new InputError(`there is no document ${page}`, `it has ${documents.length}, counted from 0`);
  const count = document.edits.length;
  if (count === 0) throw new InputError("it holds no edits", "write it with --edits or --explain");
  if (edit >= count) throw new InputError(`there is no edit ${edit}`, `it has ${count}, counted from 0`);
  const path = source ?? document.source.path;
  if (path === null) throw new InputError("it does not say which file the page is", "name it with --source");
  const bytes = await bytesOf(path);
  const { encoding } = document.source;
  if (document.source.sha256 !== null && document.source.sha256 !== sha256(bytes))
    throw new InputError(
      `the page ${path} has changed since`,
      "repair it anew, or name the old one with --source",
    );
  try {
    return await undoEdit(await decode(bytes, { encoding }), document, edit, page, besideOf(path));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`its edits do not fit the page: ${error.message}`, "repair the page anew");
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return readFileSync(path);
  } catch (error) {
    const found = readProblem(error, path);
    if (!found) throw error;
    throw new InputError(`the page ${path} cannot be read: ${found.problem}`, "name it with --source");
  }
}
