/** The command line of `pagefix eval`. */
import { type Command, Option } from "commander";
import { newCommand, readOrTold } from "../vocabulary.ts";
import { PAGE } from "./find.ts";

export interface EvalSettings {
  /** A gold file, or a folder in which they are looked for. */
  readonly gold: string;
  /** A document, or a folder of documents; undefined where the pages are to be repaired now. */
  readonly documents?: string;
  /** Names of the pages beside their gold. */
  readonly inputs: readonly string[];
  readonly format: "table" | "json" | "html";
  readonly output?: string;
  /** A row a page. */
  readonly pages: boolean;
  readonly floors?: string;
  readonly raise: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

const EXAMPLES = `
GOLD is a gold.json, or a folder in which each page is a folder with gold.json
and page.txt. OUT is a document of pagefix, an NDJSON file of them, or the
folder that 'pagefix GOLD -d OUT' has written; without it the pages are repaired
now.

Examples:
  pagefix eval gold                             repairs and scores, a line a set
  pagefix gold -d out && pagefix eval gold out  scores what is there already
  pagefix eval gold out -o report.html          for people: worst pages first
  pagefix eval gold --floors floors.json        for CI: fails below a floor
  pagefix eval gold --input page.alto.xml       the layout file beside each gold

Exit codes: 0 done; 1 a page failed, or a set is below a floor; 2 wrong usage,
or gold or floors that cannot be read.`;

const FORMAT_OF: Readonly<Record<string, EvalSettings["format"]>> = {
  ".json": "json",
  ".html": "html",
  ".htm": "html",
};

export function readEvalArguments(argv: readonly string[]): EvalSettings | number {
  return readOrTold(() => settle(evalCommand().parse(argv, { from: "user" })));
}

export function evalCommand(): Command {
  return newCommand("pagefix eval")
    .description("Score documents against gold: what was mended, what was joined wrongly, what was lost.")
    .argument("<gold>", "a gold.json, or a folder of them")
    .argument("[out]", "documents: a file, or a folder like that of the gold")
    .allowExcessArguments(false)
    .addOption(
      new Option("-f, --format <name>", "how figures are written (default: table)").choices([
        "table",
        "json",
        "html",
      ]),
    )
    .option("-o, --output <file>", "write to a file; .json and .html tell the format")
    .option(
      "--input <name>",
      "the file beside each gold.json to read (default: page.txt); may stand several times",
      (name: string, before: readonly string[] = []) => [...before, name],
    )
    .option("--pages", "a line for each page too (table)")
    .option("--floors <file>", "fail where a set is below the floors of this file")
    .option("--raise", "raise the floors to what is reached now; none goes down")
    .option("-q, --quiet", "print figures and errors only")
    .option("--no-color", "no colours in messages")
    .addHelpText("after", EXAMPLES);
}

type Given = Partial<Omit<EvalSettings, "inputs">> &
  Pick<EvalSettings, "color"> & { readonly input?: readonly string[] };

function settle(command: Command): EvalSettings {
  const { input: inputs = [PAGE], ...given } = command.opts<Given>();
  const [gold = "", documents] = command.args;
  if (given.raise && given.floors === undefined)
    command.error("error: --raise goes with --floors, the file to raise them in");
  const extension = /\.[a-z]+$/i.exec(given.output ?? "")?.[0].toLowerCase() ?? "";
  return {
    pages: false,
    raise: false,
    quiet: false,
    ...given,
    inputs,
    gold,
    ...(documents !== undefined && { documents }),
    format: given.format ?? FORMAT_OF[extension] ?? "table",
  };
}
