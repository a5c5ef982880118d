/** `pagefix stream`: a filter for other programs to drive, a line out for each line in. */
import { hire } from "../batch/crew.ts";
import { inOrder } from "../batch/in-order.ts";
import { DONE, FAILED } from "../exit-codes.ts";
import { openMessages } from "../messages.ts";
import { areModelsWhole } from "../models.ts";
import { openStandardOutput } from "../output.ts";
import { failureOf, writeProblem } from "../problems.ts";
import type { LineTask } from "../work.ts";
import { errorLine } from "./answer.ts";
import { linesOf } from "./lines.ts";
import { readStreamArguments } from "./options.ts";

/** Gives the exit code. */
export async function stream(argv: readonly string[]): Promise<number> {
  const settings = readStreamArguments(argv);
  if (typeof settings === "number") return settings;
  const messages = await openMessages({ quiet: true, color: true });
  if (!areModelsWhole(messages)) return FAILED;
  const output = openStandardOutput();
  const tasks = async function* (): AsyncGenerator<LineTask> {
    let number = 0;
    for await (const line of linesOf(process.stdin)) {
      if (output.isClosed()) return;
      number++;
      if (line === null || line.trim() !== "") yield { line, number, settings };
    }
  };
  const crew = await hire("answerLine", settings.jobs, ({ number }) => `line ${number}`);
  try {
    await inOrder(
      tasks(),
      crew.run,
      ({ number }, answer) => output.write(typeof answer === "string" ? answer : errorLine(number, answer)),
      crew.inHand,
    );
    return DONE;
  } catch (error) {
    messages.failure(failureOf(error, "standard output", writeProblem));
    return FAILED;
  } finally {
    await crew.dismiss();
  }
}
