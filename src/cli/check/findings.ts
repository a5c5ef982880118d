/** What is broken on a page, from its documents. */
import type { Edit } from "../../page/types.ts";
import type { Fixed } from "../job.ts";
import { positionsIn } from "../position.ts";
import type { Failure } from "../problems.ts";
import { CODES, type Level, UNREADABLE } from "./codes.ts";

export interface Finding {
  readonly file: string;
  /** From 1, as the column, which counts characters. */
  readonly line: number;
  readonly column: number;
  readonly level: Level;
  readonly code: string;
  readonly message: string;
}

interface Found {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
}

/** In the order of the page; documents must hold their edits. */
export function findingsIn(file: string, { documents, text }: Fixed): readonly Finding[] {
  const positionOf = positionsIn(text);
  const found = documents.flatMap(({ warnings, edits }) => [
    ...warnings.map(({ code, message, span }) => ({
      offset: span && "start" in span ? span.start : 0,
      code,
      message,
    })),
    ...repairs(edits, positionOf),
  ]);
  return found
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, code, message }) => finding(file, positionOf(offset), code, message));
}

export function unreadable({ name, problem, advice }: Failure): Finding {
  return finding(name, "1:1", UNREADABLE, `${problem}; ${advice}`);
}

function finding(file: string, position: string, code: string, message: string): Finding {
  const [line = 1, column = 1] = position.split(":").map(Number);
  return { file, line, column, level: CODES[code]?.level ?? "note", code, message };
}

/** Of several alike on a line the first, with their number. */
function repairs(edits: readonly Edit[], positionOf: (offset: number) => string): readonly Found[] {
  const alike = new Map<string, Found[]>();
  for (const repair of edits.flatMap((edit) => asRepair(edit, positionOf))) {
    const key = `${positionOf(repair.offset).split(":")[0]} ${repair.code}`;
    alike.set(key, [...(alike.get(key) ?? []), repair]);
  }
  return [...alike.values()].map((group) => {
    const first = group.reduce((a, b) => (b.offset < a.offset ? b : a));
    const others = group.length - 1;
    return others === 0 ? first : { ...first, message: `${first.message}, and ${others} more on this line` };
  });
}

/** Line ends, labels and the like are how any page is read: nothing is broken there. */
function asRepair(edit: Edit, positionOf: (offset: number) => string): readonly Found[] {
  const { reason: code } = edit;
  if (edit.kind === "join" && code === "column")
    return [
      { offset: edit.head, code, message: `goes on from the piece that begins at ${positionOf(edit.tail)}` },
    ];
  if (edit.kind === "assign" && code === "matter" && edit.article !== null)
    return [
      {
        offset: edit.block,
        code,
        message: `belongs to the article that begins at ${positionOf(edit.article)}`,
      },
    ];
  if (edit.kind !== "replace") return [];
  const { span, was, text } = edit;
  const message = text === "" ? `“${was}” is taken out` : `“${was}” reads “${text}”`;
  return [{ offset: span.start, code, message }];
}
