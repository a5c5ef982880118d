/** `pagefix decisions`: a document as a list of what may be decided otherwise. */
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { decisionsOf } from "../../page/decisions-of.ts";
import { DONE, FAILED, USAGE } from "../exit-codes.ts";
import { openMessages } from "../messages.ts";
import { openStandardOutput } from "../output.ts";
import { failureOf, readProblem } from "../problems.ts";
import { counted } from "../summary.ts";
import { newCommand, readOrTold } from "../vocabulary.ts";
import { readDocuments } from "./documents.ts";

const EXAMPLES = `
Each entry says under "was" what pagefix did and under "do" what is wanted:
join, apart or gap of a tail and a head; a role (title, subhead, text …) of a
stretch; one-article or two-articles. An entry whose "do" is its "was" decides
nothing: change "do" where pagefix is wrong, or take "was" out to make it
certain. Places are named by their text.

Examples:
  pagefix page.txt --explain -o page.json
  pagefix decisions page.json > page.decisions.json   then edit it
  pagefix page.txt -o page.json                      honours the file beside it

In a browser the same is a few clicks: pagefix page.txt -o page.html.

Exit codes: 0 done; 2 wrong usage, or no document of pagefix.`;

export function decisionsCommand(): Command {
  return newCommand("pagefix decisions")
    .description("List what may be decided otherwise on a page, as JSON to be edited.")
    .argument(
      "<document>",
      "the JSON that pagefix wrote of the page; with --explain it lists uncertain places too",
    )
    .option("--no-color", "no colours in messages")
    .allowExcessArguments(false)
    .addHelpText("after", EXAMPLES);
}

/** Gives the exit code. */
export async function decisions(argv: readonly string[]): Promise<number> {
  const settings = readOrTold(() => {
    const command = decisionsCommand().parse(argv, { from: "user" });
    return { name: command.args[0] as string, quiet: false, ...command.opts<{ color: boolean }>() };
  });
  if (typeof settings === "number") return settings;
  const messages = await openMessages(settings);
  try {
    const documents = await readDocuments(readFileSync(settings.name, "utf8"));
    const lists = documents.map(decisionsOf);
    const list = { ...lists[0], decisions: lists.flatMap((it) => it.decisions) };
    await openStandardOutput().write(`${JSON.stringify(list, null, 2)}\n`);
    messages.summary(settings.name, counted(list.decisions.length, "place"));
    return DONE;
  } catch (error) {
    const failure = failureOf(error, settings.name, readProblem);
    messages.failure(failure);
    return failure.stack === null ? USAGE : FAILED;
  }
}
