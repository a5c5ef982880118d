/** Warnings of the documents, as lines that an editor can jump to. */
import { dirname, join } from "node:path";
import type { Origin } from "../page/types.ts";
import type { Fixed } from "./job.ts";
import type { Messages } from "./messages.ts";
import { positionsIn } from "./position.ts";

export interface WarningLine {
  /** File, `file:line:column`, or `file#id` in a layout file whose lines have ids. */
  readonly place: string;
  readonly code: string;
  readonly message: string;
}

export function warningLines(name: string, { documents, text }: Fixed): readonly WarningLine[] {
  if (documents.every(({ warnings }) => warnings.length === 0)) return [];
  const position = positionsIn(text);
  return documents.flatMap(({ source: { file }, warnings }) => {
    // Of a METS file the line stands in the file of the page.
    const own = file === undefined ? name : join(dirname(name), file);
    return warnings.map(({ code, message, span }) => ({
      place: placeOf(span === null ? name : own, span, position),
      code,
      message,
    }));
  });
}

function placeOf(name: string, span: Origin | null, position: (offset: number) => string): string {
  if (span === null) return name;
  if ("box" in span) return span.id === null ? name : `${name}#${span.id}`;
  return `${name}:${position(span.start)}`;
}

export function tellWarnings(messages: Messages, lines: readonly WarningLine[]): void {
  for (const { place, code, message } of lines) messages.warning(place, code, message);
}
