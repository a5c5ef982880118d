/** What the command says to people, all on standard error. */
import { fstatSync } from "node:fs";
import { choosePaint } from "./paint.ts";
import { printable } from "./printable.ts";
import type { Failure } from "./problems.ts";

export interface Messages {
  /** A line about a file: what is wrong, and what to do; with its stack, where the error is pagefix's own. */
  readonly failure: (failure: Failure) => void;
  /** @param place file, or `file:line:column` */
  readonly warning: (place: string, code: string, message: string) => void;
  readonly summary: (name: string, text: string) => void;
}

const STANDARD_ERROR = 2;

/**
 * @param settings `quiet` leaves errors alone; `color` allows colours, which a terminal gets unless `NO_COLOR` is set
 * @param say where the lines go
 */
export async function openMessages(
  settings: { readonly quiet: boolean; readonly color: boolean },
  say = sayer(),
): Promise<Messages> {
  const paint = await choosePaint(settings.color, isTerminal);
  const chat = settings.quiet ? () => {} : say;
  return {
    failure: ({ name, problem, advice, stack }) => {
      const lines = stack === null ? "" : ` with the lines below\n${printable(stack, "\n")}`;
      say(`${paint.red("pagefix:")} ${printable(name)}: ${printable(`${problem}; ${advice}`)}${lines}`);
    },
    warning: (place, code, message) =>
      chat(`${printable(place)}: ${paint.yellow(code)}: ${printable(message)}`),
    summary: (name, text) => chat(`${paint.bold(printable(name))}: ${printable(text)}`),
  };
}

/** Opens standard error with the first line that goes there: many runs have nothing to say. */
function sayer(): (line: string) => void {
  let stream: NodeJS.WriteStream | undefined;
  return (line) => {
    // Nobody reads on: no reason to stop working.
    stream ??= process.stderr.on("error", () => {});
    stream.write(`${line}\n`);
  };
}

/** Asks the system first: opening the stream costs more than many a page. */
export function isTerminal(): boolean {
  try {
    return fstatSync(STANDARD_ERROR).isCharacterDevice() && process.stderr.isTTY;
  } catch {
    return false;
  }
}
