/** XML and HTML as a stream of elements. Nothing is expanded and nothing is fetched: a DOCTYPE is gone before parsing. */
import { Parser } from "htmlparser2";
import { type Box, corners, type Flaw, greatest, least } from "./sheet.ts";

export type Attributes = Readonly<Record<string, string>>;

export interface Visitor {
  /** @param name without the prefix of its namespace */
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Walks through the elements of an XML file. What is broken is read as far as it goes. */
export function walkXml(source: string, visitor: Visitor): Flaw[] {
  return walk(source, visitor, true);
}

/** The same for HTML, where elements may stay open and names are written in any case. */
export function walkHtml(source: string, visitor: Visitor): Flaw[] {
  return walk(source, visitor, false);
}

function walk(source: string, { open, close, text }: Visitor, xmlMode: boolean): Flaw[] {
  const flaws: Flaw[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(local(name), attributes),
      onclosetag: (name, implied) => {
        const closesItself = source.startsWith("/>", parser.endIndex - 1);
        if (implied && !closesItself && xmlMode && flaws.length === 0)
          flaws.push({ message: `<${name}> is not closed`, at: Math.min(parser.startIndex, source.length) });
        close?.(local(name));
      },
      ontext: (data) => text?.(data),
    },
    { xmlMode },
  );
  parser.end(withoutDoctype(source));
  return flaws;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** With the DOCTYPE blanked out, its entities with it; offsets stay. A subset in brackets holds `>` of its own. */
function withoutDoctype(source: string): string {
  const start = source.slice(0, HEAD).search(/<!doctype/i);
  if (start < 0) return source;
  const subset = source.indexOf("[", start);
  const plainEnd = source.indexOf(">", start);
  const close = subset >= 0 && subset < plainEnd ? source.indexOf("]", subset) : -1;
  const end = close < 0 ? plainEnd : source.indexOf(">", close);
  const stop = end < 0 ? source.length : end + 1;
  return source.slice(0, start) + " ".repeat(stop - start) + source.slice(stop);
}

/** A DOCTYPE stands before the first element, behind comments at most. */
const HEAD = 4096;

/** A number as the attributes of these formats write it; NaN for what is none. */
export function number(value: string | undefined): number {
  return value === undefined || value.trim() === "" ? Number.NaN : Number(value);
}

/** `12,34 56,78 …`: the box around a polygon; null where it has no points. */
export function polygonBox(points: string | undefined): Box | null {
  const numbers = (points ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
  if (numbers.length < 4) return null;
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return corners(least(xs, own), least(ys, own), greatest(xs, own), greatest(ys, own));
}

function own(value: number): number {
  return value;
}
