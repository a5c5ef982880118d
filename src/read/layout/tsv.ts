/** Tesseract's TSV: a row a page, block, paragraph, line or word, as `level` says. */
import { build } from "./builder.ts";
import type { Box, Flaw, Reading } from "./sheet.ts";

/** The columns that are needed; a file may have more, in any order. */
const COLUMNS = [
  "level",
  "block_num",
  "par_num",
  "line_num",
  "word_num",
  "left",
  "top",
  "width",
  "height",
  "conf",
  "text",
];

const [PAGE, BLOCK, PARAGRAPH, LINE, WORD] = ["1", "2", "3", "4", "5"];

export function readTsv(source: string): Reading {
  const sheet = build();
  const flaws: Flaw[] = [];
  let columns: readonly number[] = [];
  let size: Box = [0, 0, 0, 0];
  let at = 0;
  for (const row of source.split(/\r?\n/)) {
    const cells = row.split("\t");
    const begin = at;
    at = source.indexOf("\n", at) + 1;
    if (cells.includes("level")) columns = COLUMNS.map((name) => cells.indexOf(name));
    else if (row !== "") {
      const [level, block, par, line, , x, y, w, h, conf, text] = columns.map((i) => cells[i]);
      const box: Box = [Number(x), Number(y), Number(w), Number(h)];
      if (level === PAGE) sheet.page();
      else if (level === BLOCK) size = box;
      else if (level === PARAGRAPH) sheet.block();
      else if (level === LINE) sheet.line(`${block}.${par}.${line}`, box);
      else if (level === WORD && text?.trim()) sheet.word(text, box, Number(conf) / 100);
      // A block that is no text has one word, which is white space.
      else if (level === WORD && text !== undefined) isThin(size) ? sheet.rule(size) : sheet.picture(size);
      else if (level === WORD && flaws.length === 0) flaws.push({ message: "a row ends early", at: begin });
    }
  }
  return sheet.done(flaws);
}

/** What parts columns is thin one way; in px of a scan. */
function isThin([, , width, height]: Box): boolean {
  return Math.min(width, height) < 60;
}
