/** Warnings of the documents, as lines that an editor can jump to. */
import type { Origin } from "../page/types.ts";
import type { Fixed } from "./job.ts";
import type { Messages } from "./messages.ts";
import { positionsIn } from "./position.ts";

export function tellWarnings(messages: Messages, name: string, { documents, text }: Fixed): void {
  const warnings = documents.flatMap((document) => document.warnings);
  if (warnings.length === 0) return;
  const position = positionsIn(text);
  for (const { code, message, span } of warnings)
    messages.warning(placeOf(name, span, position), code, message);
}

/** In a layout file the id of the line, where lines have ids. */
function placeOf(name: string, span: Origin | null, position: (offset: number) => string): string {
  if (span === null) return name;
  if ("box" in span) return span.id === null ? name : `${name}#${span.id}`;
  return `${name}:${position(span.start)}`;
}
