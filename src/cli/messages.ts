/** What the command says to people, all on standard error. */
import { fstatSync, statSync, writeSync } from "node:fs";
import { devNull } from "node:os";
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

/** Writes to the descriptor while that is enough: opening the stream costs more than many a page. */
function sayer(): (line: string) => void {
  let stream: NodeJS.WriteStream | undefined;
  return (line) => {
    const text = Buffer.from(`${line}\n`);
    const rest = stream || isTerminal() ? text : text.subarray(writeStraight(text));
    if (rest.length === 0) return;
    // Nobody reads on: no reason to stop working.
    stream ??= process.stderr.on("error", () => {});
    stream.write(rest);
  };
}

/** @returns bytes that need no stream: all but those behind the first that would have to wait, or that nobody reads */
function writeStraight(text: Uint8Array): number {
  let written = 0;
  try {
    while (written < text.length) written += writeSync(STANDARD_ERROR, text, written);
  } catch {
    // The stream knows how to wait, and whom to tell.
  }
  return written;
}

/** Asks the system first, as opening the stream takes long; the null device is no terminal, though a character device. */
export function isTerminal(): boolean {
  try {
    const device = fstatSync(STANDARD_ERROR);
    return device.isCharacterDevice() && device.rdev !== statSync(devNull).rdev && process.stderr.isTTY;
  } catch {
    return false;
  }
}
