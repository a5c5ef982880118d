/** Brackets and quotes that stand open at the ends of a text. */
import { closerForm, closerOf, isBracketUnit } from "../../language/punctuation.ts";

/** Closing forms of those that a text leaves open, outermost first, and the first that it closes without an opening. */
export function brackets(text: string): { open: string[]; closes: string | null } {
  const open: string[] = [];
  let closes: string | null = null;
  for (let i = 0; i < text.length; i++) {
    if (!isBracketUnit(text.charCodeAt(i))) continue;
    const character = text[i] as string;
    const closer = closerOf(character);
    if (closer) open.push(closer);
    const form = closerForm(character);
    if (!form) continue;
    const at = open.lastIndexOf(form);
    if (at >= 0) open.length = at;
    else closes ??= form;
  }
  return { open, closes };
}
