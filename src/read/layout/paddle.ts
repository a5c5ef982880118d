/** What PaddleOCR saves as JSON: lines with their boxes, one beside the other, in the shapes of its versions. */
import { InputError } from "../../page/errors.ts";
import { build } from "./builder.ts";
import { type Box, corners, greatest, least, type Reading } from "./sheet.ts";

/** A line as version 2 gives it: its polygon, and its text with how sure that is. */
type Version2 = readonly [readonly (readonly number[])[], readonly [string, number]];

interface Version3 {
  readonly rec_texts: readonly string[];
  readonly rec_scores?: readonly number[];
  /** Corners. */
  readonly rec_boxes?: readonly (readonly number[])[];
  readonly rec_polys?: readonly (readonly (readonly number[])[])[];
  readonly dt_polys?: readonly (readonly (readonly number[])[])[];
}

/** @throws InputError where the file is no JSON */
export function readPaddle(source: string): Reading {
  const sheet = build();
  for (const page of pagesOf(parse(source))) {
    sheet.page();
    page.forEach(([polygon, [text, score]], i) => {
      const box = boxOf(polygon);
      sheet.block();
      sheet.line(`line_${i}`, box);
      sheet.word(text, box, typeof score === "number" ? score : null);
    });
  }
  return sheet.done([]);
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new InputError(
      `this is no JSON: ${message}`,
      "save the result of PaddleOCR again, with save_to_json",
    );
  }
}

function pagesOf(value: unknown): Version2[][] {
  if (isRecord(value)) return "res" in value ? pagesOf(value.res) : isVersion3(value) ? [linesOf(value)] : [];
  if (!Array.isArray(value)) return [];
  if (value.some(isLine)) return [value.filter(isLine)];
  return value.flatMap(pagesOf);
}

function linesOf({
  rec_texts,
  rec_scores = [],
  rec_boxes = [],
  rec_polys,
  dt_polys = [],
}: Version3): Version2[] {
  return rec_texts.map((text, i) => {
    const [left, top, right, bottom] = rec_boxes[i] ?? [];
    const polygon = (rec_polys ?? dt_polys)[i] ?? [
      [left ?? Number.NaN, top ?? Number.NaN],
      [right ?? Number.NaN, bottom ?? Number.NaN],
    ];
    return [polygon, [text, rec_scores[i] as number]];
  });
}

function boxOf(polygon: readonly (readonly number[])[]): Box {
  const x = (point: readonly number[]) => Number(point[0]);
  const y = (point: readonly number[]) => Number(point[1]);
  return corners(least(polygon, x), least(polygon, y), greatest(polygon, x), greatest(polygon, y));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isVersion3(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & Version3 {
  return Array.isArray(value.rec_texts) && value.rec_texts.every((text) => typeof text === "string");
}

function isLine(value: unknown): value is Version2 {
  const [polygon, read] = Array.isArray(value) ? value : [];
  return (
    Array.isArray(polygon) &&
    polygon.every(Array.isArray) &&
    Array.isArray(read) &&
    typeof read[0] === "string"
  );
}
