/**
 * XML as a stream of elements, however broken: what can be read is read, and what is wrong is told once for each kind of it. Nothing
 * is expanded and nothing is fetched: a DOCTYPE is gone before parsing, and of entities there are the five of XML.
 */
import { QuoteType, Tokenizer } from "htmlparser2";
import { withoutDoctype } from "./doctype.ts";
import { ownCopy, piecesOfText } from "./pieces.ts";
import type { Flaw } from "./sheet.ts";

export type Attributes = Readonly<Record<string, string>>;

/** A text, whole or in pieces. */
export type Chunks = Iterable<string>;

export interface Visitor {
  /** @param name without the prefix of its namespace */
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Whether an attribute is asked for, where not all are; asked once for each place it stands in. */
  readonly asks?: (name: string, attribute: string) => boolean;
  /** Elements that nobody asks for: every second one of an ALTO file is a space. */
  readonly skips?: ReadonlySet<string>;
}

/** Elements of one name. Their attributes mostly stand in one order, so that what they are called is known before it is read. */
interface Kind {
  /** As written, and without its prefix. */
  readonly name: string;
  readonly local: string;
  readonly isSkipped: boolean;
  readonly attributes: { readonly name: string; readonly isAsked: boolean }[];
}

/** Walks through the elements of an XML file. */
export function walkXml(chunks: Chunks, { open, close, text, asks, skips }: Visitor): Flaw[] {
  const flaws = new Map<string, Flaw>();
  const pieces = piecesOfText();
  const kinds = new Map<string, Kind>();
  /** Elements that are open, outermost first. */
  const path: Kind[] = [];
  /** What is being read of a tag; no kind between tags. */
  let kind: Kind | null = null;
  let attributes: Record<string, string> = {};
  let count = 0;
  let asked: string | null = null;
  let value = "";
  const wrong = (sort: string, message: string, at: number) => {
    if (!flaws.has(sort)) flaws.set(sort, { message, place: pieces.placeOf(at) });
  };
  const kindOf = (name: string): Kind => {
    const known = kinds.get(name);
    if (known) return known;
    const own = ownCopy(name);
    const local = own.slice(own.indexOf(":") + 1);
    const made = { name: own, local, isSkipped: skips?.has(local) ?? false, attributes: [] };
    kinds.set(own, made);
    return made;
  };
  /** Where the next ampersand is, and whether the value has one: they are few, and looked for once. */
  let ampersand = -1;
  let hasEntity = false;
  const taken = (from: number, to: number): string => {
    if (ampersand < from) ampersand = pieces.find("&", from);
    if (ampersand < to) hasEntity = true;
    return pieces.slice(from, to);
  };
  const resolved = (written: string, at: number): string => {
    if (!hasEntity) return written;
    hasEntity = false;
    return written.replace(ENTITY, (entity, name: string) => {
      const character = characterOf(name);
      if (character === null) wrong("entity", `${entity} stands for nothing`, at);
      return character ?? entity;
    });
  };
  /** Text comes in pieces that may end within an entity. */
  const say = (at: number) => {
    if (value !== "") text?.(resolved(value, at));
    value = "";
  };
  const opened = () => {
    if (!kind) return;
    path.push(kind);
    if (!kind.isSkipped) open(kind.local, attributes);
    if (count > 0) attributes = {};
    count = 0;
    kind = null;
  };
  const closed = () => {
    const { local, isSkipped } = path.pop() as Kind;
    if (!isSkipped) close?.(local);
  };
  const tokenizer = new Tokenizer(
    // Entities are resolved here: the tokenizer is faster where it need not look for them.
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname: (from, to) => {
        say(from);
        kind = kindOf(pieces.slice(from, to));
      },
      onattribname: (from, to) => {
        const { local, isSkipped, attributes: known } = kind as Kind;
        asked = null;
        if (isSkipped) return;
        let own = known[count];
        if (!own || !pieces.reads(own.name, from, to)) {
          const name = ownCopy(pieces.slice(from, to));
          own = { name, isAsked: asks?.(local, name) ?? true };
          known[count] = own;
        }
        count++;
        if (own.isAsked) asked = own.name;
      },
      onattribdata: (from, to) => {
        if (asked !== null) value += taken(from, to);
      },
      onattribentity: () => {},
      onattribend: (quote, end) => {
        if (quote < QuoteType.Single) wrong("quotes", `an attribute of <${kind?.name}> has no quotes`, end);
        if (asked === null) return;
        // What lost its quote goes on to that of another attribute.
        if (value.length > SHORT && value.includes("<"))
          wrong("quotes", `an attribute of <${kind?.name}> is not closed`, end);
        attributes[asked] = resolved(value, end);
        value = "";
      },
      onopentagend: opened,
      onselfclosingtag: () => {
        opened();
        closed();
      },
      onclosetag: (from, to) => {
        say(from);
        const innermost = path.at(-1);
        if (innermost && pieces.reads(innermost.name, from, to)) return closed();
        const name = pieces.slice(from, to);
        const depth = path.findLastIndex((it) => it.name === name);
        if (depth < 0) return wrong("closes", `</${name}> closes nothing`, from - 2);
        wrong("open", `<${innermost?.name}> is not closed`, from - 2);
        while (path.length > depth) closed();
      },
      // Half of what an ALTO file has between its tags is white space that nobody asks for.
      ontext: (from, to) => {
        if (text) value += taken(from, to);
      },
      ontextentity: () => {},
      oncdata: (from, to, rest) => {
        say(from);
        text?.(pieces.slice(from, to - rest));
      },
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  let length = 0;
  for (const chunk of withoutDoctype(chunks)) {
    pieces.push(chunk);
    ampersand = -1;
    tokenizer.write(chunk);
    length += chunk.length;
  }
  tokenizer.end();
  if (!kind) say(length);
  const cut = kind as Kind | null;
  if (cut) wrong("cut", `the file ends within <${cut.name}>`, length);
  if (path.length > 0) wrong("open", `<${path.at(-1)?.name}> is not closed`, length);
  // What was read of a tag that is cut off is not lost.
  opened();
  while (path.length > 0) closed();
  return [...flaws.values()];
}

/** A quote and the name of another attribute are longer. */
const SHORT = 6;

const ENTITY = /&([^\s&;<]{0,32};?)/g;

const NAMED: Readonly<Record<string, string>> = {
  "amp;": "&",
  "lt;": "<",
  "gt;": ">",
  "quot;": '"',
  "apos;": "'",
};

/** Of `amp;`, `#38;` or `#x26;`; null for what is none. */
function characterOf(name: string): string | null {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|([0-9]+));$/i.exec(name) ?? [];
  if (hex === undefined && decimal === undefined)
    return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : null;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
