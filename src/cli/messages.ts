/** What the command says to people, all on standard error. */
import { fstatSync } from "node:fs";
import { printable } from "./printable.ts";

export interface Messages {
  /** A line about a file: what is wrong, and what to do. */
  readonly error: (name: string, problem: string, advice: string) => void;
  /** An error that is pagefix's own, with its stack. */
  readonly bug: (name: string, error: unknown) => void;
  /** @param place file, or `file:line:column` */
  readonly warning: (place: string, code: string, message: string) => void;
  readonly summary: (name: string, text: string) => void;
  /** Where the results went. */
  readonly written: (text: string) => void;
}

const STANDARD_ERROR = 2;

interface Paint {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** @param settings `quiet` leaves errors alone; `color` allows colours, which a terminal gets unless `NO_COLOR` is set */
export async function openMessages(settings: {
  readonly quiet: boolean;
  readonly color: boolean;
}): Promise<Messages> {
  const paint = await choosePaint(settings.color);
  const say = sayer();
  const chat = settings.quiet ? () => {} : say;
  return {
    error: (name, problem, advice) =>
      say(`${paint.red("pagefix:")} ${printable(name)}: ${printable(`${problem}; ${advice}`)}`),
    bug: (name, error) =>
      say(
        `${paint.red("pagefix:")} ${printable(name)}: internal error; please report it with the lines below\n${printable(stackOf(error), "\n")}`,
      ),
    warning: (place, code, message) =>
      chat(`${printable(place)}: ${paint.yellow(code)}: ${printable(message)}`),
    summary: (name, text) => chat(`${paint.bold(printable(name))}: ${printable(text)}`),
    written: (text) => chat(printable(text)),
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
function isTerminal(): boolean {
  try {
    return fstatSync(STANDARD_ERROR).isCharacterDevice() && process.stderr.isTTY;
  } catch {
    return false;
  }
}

/** Colours only where somebody sees them; chalk is loaded only then. */
async function choosePaint(allowed: boolean): Promise<Paint> {
  if (!allowed || process.env.NO_COLOR || !isTerminal()) {
    const plain = (text: string) => text;
    return { bold: plain, red: plain, yellow: plain };
  }
  return (await import("chalk")).chalkStderr;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
