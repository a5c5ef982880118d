/** What is broken on a page, from its documents. */
import type { Edit } from "../../page/types.ts";
import type { Fixed } from "../job.ts";
import type { Failure } from "../problems.ts";
import { CODES, type Level, UNREADABLE } from "./codes.ts";
import { type FilePlace, type Places, placesIn } from "./places.ts";

export interface Finding {
  readonly file: string;
  /** From 1, as the column, which counts characters. */
  readonly line: number;
  readonly column: number;
  /** Of the line's element in a layout file, where it has one. */
  readonly id?: string;
  readonly level: Level;
  readonly code: string;
  readonly message: string;
}

/** A finding in the text that the log counts in. */
interface Found {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
}

/** In the order of the page; documents must hold their edits. */
export function findingsIn(name: string, fixed: Fixed): readonly Finding[] {
  const { documents } = fixed;
  const placesOf = placesIn(name, fixed);
  const found = documents.flatMap(({ warnings, edits }, i) => {
    const places = placesOf(i);
    const own = [
      ...warnings.map(({ code, message, span }) => ({
        offset: span === null ? null : places.offsetOf(span),
        code,
        message,
      })),
      ...repairs(edits, places),
    ];
    return own.map((it) => ({ ...it, ...places.at(it.offset) }));
  });
  return found
    .sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
    .map(({ offset: _, code, message, ...place }) => finding(place, code, message));
}

export function unreadable({ name, problem, advice }: Failure): Finding {
  return finding({ file: name, position: "1:1" }, UNREADABLE, `${problem}; ${advice}`);
}

function finding({ file, position, id }: FilePlace, code: string, message: string): Finding {
  const [line = 1, column = 1] = position.split(":").map(Number);
  const level = CODES[code]?.level ?? "note";
  return { file, line, column, ...(id !== undefined && { id }), level, code, message };
}

/** Of several alike on a line the first, with their number. */
function repairs(edits: readonly Edit[], places: Places): readonly Found[] {
  const alike = new Map<string, Found[]>();
  for (const repair of edits.flatMap((edit) => asRepair(edit, places))) {
    const key = `${places.lineOf(repair.offset)} ${repair.code}`;
    alike.set(key, [...(alike.get(key) ?? []), repair]);
  }
  return [...alike.values()].map((group) => {
    const first = group.reduce((a, b) => (b.offset < a.offset ? b : a));
    const others = group.length - 1;
    return others === 0 ? first : { ...first, message: `${first.message}, and ${others} more on this line` };
  });
}

/** Line ends, labels and the like are how any page is read: nothing is broken there. */
function asRepair(edit: Edit, places: Places): readonly Found[] {
  const { reason: code } = edit;
  if (edit.kind === "join" && code === "column")
    return [
      {
        offset: edit.head,
        code,
        message: `goes on from the piece that begins at ${places.named(edit.tail)}`,
      },
    ];
  if (edit.kind === "assign" && code === "matter" && edit.article !== null)
    return [
      {
        offset: edit.block,
        code,
        message: `belongs to the article that begins at ${places.named(edit.article)}`,
      },
    ];
  if (edit.kind !== "replace") return [];
  const { span, was, text } = edit;
  const message = text === "" ? `“${was}” is taken out` : `“${was}” reads “${text}”`;
  return [{ offset: span.start, code, message }];
}
