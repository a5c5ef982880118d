/** Warnings of the documents, as lines that an editor can jump to. */
import type { Fixed } from "./job.ts";
import type { Messages } from "./messages.ts";
import { positionsIn } from "./position.ts";

export interface WarningLine {
  /** File, or `file:line:column`. */
  readonly place: string;
  readonly code: string;
  readonly message: string;
}

export function warningLines(name: string, { documents, text }: Fixed): readonly WarningLine[] {
  const warnings = documents.flatMap((document) => document.warnings);
  if (warnings.length === 0) return [];
  const position = positionsIn(text);
  return warnings.map(({ code, message, span }) => ({
    place: span === null ? name : `${name}:${position(span.start)}`,
    code,
    message,
  }));
}

export function tellWarnings(messages: Messages, lines: readonly WarningLine[]): void {
  for (const { place, code, message } of lines) messages.warning(place, code, message);
}
