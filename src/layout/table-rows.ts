/** Rows of tables and lists of figures, in scripts that set no space between words: no row goes on in the next. */
import { isWider } from "../language/punctuation.ts";

/** Widest row that is taken for one, in ems. */
const ROW = 30;

/** 青石镇 326 above 渡口镇 218: short lines with as many cells, the same of them figures; or 地名 户数 人数 above a row of three. */
export function isRowBehindRow(before: string, row: string): boolean {
  const shape = shapeOf(row);
  if (shape === "") return false;
  const cells = row.split(SPACES).length;
  return shape === shapeOf(before) || (cells > 2 && isHeader(before, cells));
}

function isHeader(text: string, cells: number): boolean {
  return (
    !isWider(text, ROW) && !DIGIT.test(text) && !SENTENCE.test(text) && text.split(SPACES).length === cells
  );
}

/** 青石镇 326: a row that ends with a figure. */
export function endsInFigure(text: string): boolean {
  return shapeOf(text).endsWith("0");
}

/** Which cells of a row are figures, and which words: `a0` for 青石镇 326. Two figures in a row stand for more, for films run as often as they do. Empty for what is no row. */
function shapeOf(text: string): string {
  if (isWider(text, ROW) || !DIGIT.test(text) || SENTENCE.test(text)) return "";
  const cells = text.split(SPACES);
  if (cells.length < 2 || (cells.length === 2 && cells.some((cell) => isWider(cell, LABEL)))) return "";
  const shape = cells.map((cell) => (FIGURE.test(cell) ? "0" : "a")).join("");
  return shape.includes("a") && shape.includes("0") ? shape.replace(/00+/, "00") : "";
}

/** Widest label of a figure, in ems: verses have numbers behind them too. */
const LABEL = 14;
const DIGIT = /\d/;
const SENTENCE = /[，。；！？;!?]|,(?!\d)/;
const SPACES = /[ \t\u3000]+/;
/** With a sign before it and one character behind it: 6注, 27℃; .633, 3∶1. */
const FIGURE = /^[-+±]?\.?\d[\d.,:：∶%/～~-]*[^\d\s]?$/;
