/** `pagefix check`: what is broken on the pages, for people and for CI. */
import { hire, jobsFor } from "../batch/crew.ts";
import { inOrder } from "../batch/in-order.ts";
import { DONE, USAGE } from "../exit-codes.ts";
import { nameInputs, readListOrTell } from "../inputs.ts";
import { openMessages } from "../messages.ts";
import { areModelsWhole } from "../models.ts";
import { openStandardOutput } from "../output.ts";
import { type Failure, failureOf, isFailure, readProblem, writeProblem } from "../problems.ts";
import { counted } from "../summary.ts";
import { version } from "../version.ts";
import { type Finding, unreadable } from "./findings.ts";
import { isTooMuch, readCheckArguments } from "./options.ts";
import { reporters } from "./reporters.ts";

/** There are findings that `--fail-on` asks for. */
const FOUND = 1;
const UNREAD = 2;

/** Gives the exit code. */
export async function check(argv: readonly string[]): Promise<number> {
  const settings = readCheckArguments(argv);
  if (typeof settings === "number") return settings;
  const messages = await openMessages(settings);
  const listed = await readListOrTell(settings.filesFrom, messages);
  if (listed === null) return USAGE;
  const { inputs, unmatched } = await nameInputs(settings.inputs, listed, undefined);
  if (inputs.length > 1 && !areModelsWhole(messages)) return UNREAD;

  const reporter = reporters(version())[settings.reporter];
  const output = openStandardOutput();
  let [count, unread, tooMuch] = [0, 0, false];
  const report = async (findings: readonly Finding[]) => {
    let text = "";
    for (const finding of findings) {
      text += (count++ > 0 ? reporter.between : "") + reporter.finding(finding);
      tooMuch ||= isTooMuch(finding, count, settings.failOn);
    }
    await output.write(text);
  };
  const give = async (result: readonly Finding[] | Failure) => {
    if (!isFailure(result)) return report(result);
    unread++;
    messages.failure(result);
    await report([unreadable(result)]);
  };

  const crew = await hire("checkPage", settings.jobs ?? jobsFor(inputs.length), ({ input }) => input.name);
  try {
    await output.write(reporter.head);
    for (const { name, error } of unmatched) await give(failureOf(error, name, readProblem));
    await inOrder(
      inputs,
      (input) => crew.run({ input, settings }),
      (_, result) => give(result),
      crew.inHand,
    );
    await output.write(reporter.foot);
  } catch (error) {
    messages.failure(failureOf(error, "standard output", writeProblem));
    return UNREAD;
  } finally {
    await crew.dismiss();
  }
  messages.summary("all", `${counted(inputs.length, "input")}, ${counted(count, "finding")}`);
  return unread > 0 ? UNREAD : tooMuch ? FOUND : DONE;
}
