/** Warnings of the documents, as lines that an editor can jump to. */
import type { Fixed } from "./job.ts";
import type { Messages } from "./messages.ts";
import { positionsIn } from "./position.ts";

export function tellWarnings(messages: Messages, name: string, { documents, text }: Fixed): void {
  const warnings = documents.flatMap((document) => document.warnings);
  if (warnings.length === 0) return;
  const position = positionsIn(text);
  for (const { code, message, span } of warnings)
    messages.warning(span === null ? name : `${name}:${position(span.start)}`, code, message);
}
