/** JSON as far as it goes: what is whole of a file that breaks off is read, and where it breaks is told. */
import type { FilePlace } from "./pieces.ts";

export interface Salvaged {
  /** Undefined where nothing is whole. */
  readonly value: unknown;
  /** Null where the file is whole. */
  readonly broken: FilePlace | null;
}

export function salvageJson(source: string): Salvaged {
  try {
    return { value: JSON.parse(source), broken: null };
  } catch {
    const { whole, end } = upToBreak(source);
    const before = source.slice(0, end).split("\n");
    const broken = { line: before.length, column: (before.at(-1) as string).length + 1 };
    try {
      return { value: JSON.parse(whole), broken };
    } catch {
      return { value: undefined, broken };
    }
  }
}

const TOKEN = /\s*(?:([[{])|([\]}])|(,)|:|"[^"\\]*(?:\\.[^"\\]*)*"|[-\w.+]+)/y;

/** What stands before the break, up to the last value that is whole, with all closed that is open there. */
function upToBreak(source: string): { readonly whole: string; readonly end: number } {
  /** What closes the lists and objects that are open, outermost first. */
  const closers: string[] = [];
  let [whole, depth, end] = [0, 0, 0];
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
    const [, opens, closes, comma] = token;
    if (closes && closers.pop() !== closes) break;
    end = TOKEN.lastIndex;
    if (opens) closers.push(opens === "[" ? "]" : "}");
    if (closes || comma) [whole, depth] = [comma ? end - 1 : end, closers.length];
  }
  // Behind the last whole value lists and objects were only opened.
  const open = closers.slice(0, depth).reverse().join("");
  return { whole: source.slice(0, whole) + open, end };
}
