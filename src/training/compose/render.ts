/** From chunks to the text of the page, with the origin of every character. */
import { emWidth } from "../../language/punctuation.ts";
import type { Random } from "../random.ts";
import type { Chunk, Style } from "./types.ts";

export interface Rendered {
  readonly text: string;
  readonly unitAt: Int32Array;
  readonly placeAt: Int32Array;
}

const HANGING = /[，。、；：！？”’」』）》】,;:!?)]/;

export function render(chunks: readonly Chunk[], style: Style, random: Random): Rendered {
  let text = "";
  const unitAt: number[] = [];
  const placeAt: number[] = [];
  const layout = (characters: string) => {
    text += characters;
    for (let i = 0; i < characters.length; i++) {
      unitAt.push(-1);
      placeAt.push(-1);
    }
  };
  const print = (chunk: Chunk, from: number, to: number) => {
    text += chunk.unit.text.slice(from, to);
    for (let i = from; i < to; i++) {
      unitAt.push(chunk.unit.id);
      placeAt.push(i);
    }
  };
  const measures = new Map<number, number>();
  const measureOf = ({ unit }: Chunk): number => {
    if (unit.role === "title") return style.stacked;
    if (style.measure === 0 || !style.mixed) return style.measure;
    const own =
      measures.get(unit.article) ??
      Math.max(6, Math.round(style.measure * random.pick([0.4, 0.6, 1, 1, 1.5])));
    measures.set(unit.article, own);
    return own;
  };
  chunks.forEach((chunk, i) => {
    if (i > 0) layout(separator(chunks[i - 1] as Chunk, chunk, style, random));
    const measure = measureOf(chunk);
    if (measure === 0) {
      print(chunk, chunk.from, chunk.to);
      return;
    }
    let at = chunk.from;
    let room = measure;
    if (style.indent > 0 && chunk.unit.role === "text" && chunk.from === 0) {
      layout("　".repeat(style.indent));
      room -= style.indent;
    } else if (chunk.unit.role === "text" && chunk.from === 0) room -= style.lostIndent;
    while (at < chunk.to) {
      const end = lineEnd(chunk.unit.text, at, chunk.to, room, style.byWidth);
      print(chunk, at, end);
      at = end;
      if (at < chunk.to) layout(chunk.unit.role !== "title" && random.chance(style.stray) ? "\n\n" : "\n");
      room = measure;
    }
  });
  return { text, unitAt: Int32Array.from(unitAt), placeAt: Int32Array.from(placeAt) };
}

function separator(before: Chunk, chunk: Chunk, style: Style, random: Random): string {
  const apart = chunk.apart || before.apart;
  if (style.blank === "none") return apart && random.chance(0.15) ? "\n\n" : "\n";
  if (style.blank === "one" && !apart && style.indent > 0) return "\n";
  if (style.blank === "graded") return chunk.unit.article === before.unit.article ? "\n\n" : "\n\n\n";
  if (style.blank === "ragged" && random.chance(0.15)) return "\n\n\n\n";
  return "\n\n";
}

function lineEnd(text: string, from: number, to: number, room: number, byWidth: boolean): number {
  let at = from;
  let used = 0;
  while (at < to) {
    const width = byWidth ? emWidth(text[at] as string) : 1;
    if (used + width > room + 0.01 && at > from) break;
    used += width;
    at++;
  }
  // By width, a closing mark does not begin a line: it hangs.
  if (byWidth && at < to && HANGING.test(text[at] as string)) at++;
  if (/[\udc00-\udfff]/.test(text[at] ?? "")) at++;
  return at;
}
