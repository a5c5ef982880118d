/** Where findings stand in their files: in a text by offset, in a layout file by the element of the line. */
import { dirname, join } from "node:path";
import type { Line, Origin, Place } from "../../page/types.ts";
import { lineAt, placeOf } from "../../page/view.ts";
import type { Fixed } from "../job.ts";
import { positionsIn } from "../position.ts";

export interface FilePlace {
  readonly file: string;
  /** `line:column`, both from 1. */
  readonly position: string;
  /** Of the line's element in a layout file. */
  readonly id?: string;
}

/** Places of one document, by offsets in the text that its log counts in. */
export interface Places {
  /** @param offset null for the page as a whole */
  readonly at: (offset: number | null) => FilePlace;
  /** Null where the line of a layout file is not among those that were read. */
  readonly offsetOf: (origin: Origin) => number | null;
  /** The same for all offsets on a line of the file. */
  readonly lineOf: (offset: number) => string;
  /** As a message speaks of it. */
  readonly named: (offset: number) => string;
}

/** @returns the places of each document, by number */
export function placesIn(name: string, { documents, text, lines }: Fixed): (document: number) => Places {
  const position = positionsIn(text);
  const elements = lines && elementsIn(text);
  return (document) => {
    const own = lines?.[document];
    if (!own || !elements) return inText(name, position);
    const { file } = documents[document]?.source ?? {};
    // Of a METS file the line stands in the file of the page, which has another text.
    if (file !== undefined) return inLayout(join(dirname(name), file), own, () => "1:1");
    return inLayout(name, own, (id) => position(elements().get(id) ?? 0));
  };
}

function inText(file: string, position: (offset: number) => string): Places {
  return {
    at: (offset) => ({ file, position: position(offset ?? 0) }),
    offsetOf: (origin) => ("start" in origin ? origin.start : null),
    lineOf: (offset) => position(offset).split(":")[0] as string,
    named: position,
  };
}

/** @param positionOf where the element with an id stands */
function inLayout(file: string, lines: readonly Line[], positionOf: (id: string) => string): Places {
  const idAt = (offset: number) => {
    const line = lines[lineAt(lines, offset)];
    return (line && placeOf(line)?.id) ?? null;
  };
  return {
    at: (offset) => {
      const id = offset === null ? null : idAt(offset);
      return id === null ? { file, position: "1:1" } : { file, position: positionOf(id), id };
    },
    offsetOf: (origin) => {
      if ("start" in origin) return origin.start;
      const isThere = (place: Place | undefined) =>
        place?.id === origin.id && String(place.box) === String(origin.box);
      return lines.find((line) => isThere(placeOf(line)))?.span.start ?? null;
    },
    lineOf: (offset) => String(lineAt(lines, offset)),
    named: (offset) => {
      const id = idAt(offset);
      return id === null ? `line ${lineAt(lines, offset) + 1} of the page` : `#${id}`;
    },
  };
}

/** Elements of a layout file by their ids, with the offset where they begin; the file is looked through once it is asked. */
function elementsIn(text: string): () => ReadonlyMap<string, number> {
  let found: Map<string, number> | undefined;
  return () => {
    if (found) return found;
    found = new Map();
    for (const { index, 2: id = "" } of text.matchAll(/\bid\s*=\s*(["'])([^"'<>]*)\1/gi))
      if (!found.has(id)) found.set(id, Math.max(0, text.lastIndexOf("<", index)));
    return found;
  };
}
