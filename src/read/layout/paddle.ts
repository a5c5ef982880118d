/** What PaddleOCR saves as JSON: lines with their boxes, one beside the other, in the shapes of its versions. */
import { InputError } from "../../page/errors.ts";
import { build } from "./builder.ts";
import { salvageJson } from "./json.ts";
import { type Box, corners, greatest, least, type Reader } from "./sheet.ts";

type Polygon = readonly (readonly number[])[];

interface PaddleLine {
  readonly polygon: Polygon;
  readonly text: string;
  readonly score: unknown;
  /** Where the engine was asked for words. */
  readonly words?: readonly { readonly text: string; readonly box: Box }[] | null | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** @throws InputError where the file is no JSON */
export const readPaddle: Reader = (chunks, give) => {
  const { value, broken } = salvageJson([...chunks].join(""));
  if (value === undefined)
    throw new InputError(
      `this is no JSON (line ${broken?.line}, column ${broken?.column})`,
      "save the result of PaddleOCR again, with save_to_json",
    );
  const sheet = build(give);
  for (const page of pagesOf(value, 0)) {
    sheet.page();
    page.forEach(({ polygon, text, score, words }, i) => {
      const box = boxOf(polygon);
      const sure = typeof score === "number" ? score : null;
      sheet.block();
      sheet.line(`line_${i}`, box);
      for (const word of words ?? [{ text, box }]) sheet.word(word.text, word.box, sure);
    });
  }
  return sheet.done(broken ? [{ message: "the JSON breaks off", place: broken }] : []);
};

/** No shape of a result lies deeper. */
const DEEPEST = 12;

function pagesOf(value: unknown, depth: number): readonly (readonly PaddleLine[])[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) {
    const lines = value.flatMap(linesAmong);
    return lines.length > 0 ? [lines] : value.flatMap((it) => pagesOf(it, depth + 1));
  }
  if (!isFields(value)) return [];
  if (isTexts(value.rec_texts)) return [linesOf(value, value.rec_texts)];
  // What PP-Structure makes of a page says the same once more, part by part.
  if (isFields(value.overall_ocr_res)) return pagesOf(value.overall_ocr_res, depth + 1);
  return Object.values(value).flatMap((it) => pagesOf(it, depth + 1));
}

/** A line as version 2 gives it, as its labels and services do, or the lines of a region of PP-Structure. */
function linesAmong(value: unknown): readonly PaddleLine[] {
  if (Array.isArray(value)) {
    const [polygon, read] = value;
    const isLine = isPolygon(polygon) && Array.isArray(read) && typeof read[0] === "string";
    return isLine ? [{ polygon, text: read[0], score: read[1] }] : [];
  }
  if (!isFields(value)) return [];
  const polygon = value.text_region ?? value.points;
  const text = value.text ?? value.transcription;
  if (isPolygon(polygon) && typeof text === "string")
    return [{ polygon, text, score: value.confidence ?? value.score }];
  return Array.isArray(value.res) && isNumbers(value.bbox) ? value.res.flatMap(linesAmong) : [];
}

/** Version 3: a list for each thing that is known of lines. */
function linesOf(result: Fields, texts: readonly string[]): PaddleLine[] {
  const list = (name: string) => (Array.isArray(result[name]) ? (result[name] as readonly unknown[]) : []);
  const [scores, boxes, words, places] = ["rec_scores", "rec_boxes", "text_word", "text_word_boxes"].map(
    list,
  );
  const polygons = result.rec_polys ? list("rec_polys") : list("dt_polys");
  return texts.map((text, i) => {
    const polygon = polygons[i];
    const [left, top, right, bottom] = isNumbers(boxes?.[i]) ? boxes[i] : [];
    return {
      text,
      score: scores?.[i],
      polygon: isPolygon(polygon)
        ? polygon
        : [
            [left ?? Number.NaN, top ?? Number.NaN],
            [right ?? Number.NaN, bottom ?? Number.NaN],
          ],
      words: wordsOf(text, words?.[i], places?.[i]),
    };
  });
}

/** Null where they are not the line, letter for letter. */
function wordsOf(line: string, texts: unknown, boxes: unknown): PaddleLine["words"] {
  if (!isTexts(texts) || !Array.isArray(boxes) || boxes.length !== texts.length) return null;
  if (texts.join("").replace(/\s/g, "") !== line.replace(/\s/g, "")) return null;
  return texts.map((text, i) => {
    const [left, top, right, bottom] = (isNumbers(boxes[i]) ? boxes[i] : []).map(Number);
    return { text, box: corners(left ?? Number.NaN, top as number, right as number, bottom as number) };
  });
}

function boxOf(polygon: Polygon): Box {
  const x = (point: readonly number[]) => Number(point[0]);
  const y = (point: readonly number[]) => Number(point[1]);
  return corners(least(polygon, x), least(polygon, y), greatest(polygon, x), greatest(polygon, y));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && !value.some(Array.isArray);
}

function isPolygon(value: unknown): value is Polygon {
  return Array.isArray(value) && value.every(Array.isArray);
}
