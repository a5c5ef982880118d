/** Tesseract's TSV: a row a page, block, paragraph, line or word, as `level` says. */
import { build } from "./builder.ts";
import type { Box, Flaw, Reader } from "./sheet.ts";

/** The columns that are needed, in the order of Tesseract; a file may have more, in any order. */
const COLUMNS = [
  "level",
  "page_num",
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

export const readTsv: Reader = (chunks, give) => {
  const sheet = build(give);
  const flaws = new Map<string, Flaw>();
  let columns: readonly number[] = COLUMNS.map((_, i) => i);
  let size: Box = [0, 0, 0, 0];
  /** Of the page, the block and the line that rows are in: a file may have lost the rows that open them. */
  const within = { page: "", block: "", line: "" };
  const enter = (page: string, block: string, line: string, box: Box) => {
    if (page !== within.page) sheet.page();
    if (block !== within.block) sheet.block();
    if (line !== within.line && line !== "") sheet.line(line.slice(page.length + 1), box);
    Object.assign(within, { page, block, line });
  };
  let number = 0;
  for (const row of rowsOf(chunks)) {
    number++;
    const cells = row.split("\t");
    const wrong = (message: string) => {
      if (!flaws.has(message)) flaws.set(message, { message, place: { line: number, column: 1 } });
    };
    if (cells.includes("level")) columns = COLUMNS.map((name) => cells.indexOf(name));
    else if (row !== "") {
      const [level, page = "1", block = "", par = "", line = "", , x, y, w, h, conf, text] = columns.map(
        (i) => cells[i],
      );
      const box: Box = [Number(x), Number(y), Number(w), Number(h)];
      const keys = [page, `${page}.${block}.${par}`, `${page}.${block}.${par}.${line}`] as const;
      if (level === PAGE) {
        sheet.page();
        Object.assign(within, { page, block: "", line: "" });
      } else if (level === BLOCK) size = box;
      else if (level === PARAGRAPH) enter(page, keys[1], "", box);
      else if (level === LINE) enter(...keys, box);
      else if (text?.trim() && (level === WORD || !isLevel(level))) {
        enter(...keys, NOWHERE);
        sheet.word(text, box, Number(conf) >= 0 ? Number(conf) / 100 : null);
      }
      // A block that is no text has one word, which is white space.
      else if (level === WORD && text !== undefined) isThin(size) ? sheet.rule(size) : sheet.picture(size);
      if (!isLevel(level)) wrong("a row has no level from 1 to 5");
      if (h === undefined || (level === WORD && text === undefined)) wrong("a row ends early");
    }
  }
  return sheet.done([...flaws.values()]);
};

const NOWHERE: Box = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];

/** Without their line ends, however the file is cut into pieces. */
function* rowsOf(chunks: Iterable<string>): Generator<string> {
  let row = "";
  for (const chunk of chunks) {
    const [end = "", ...others] = chunk.split("\n");
    row += end;
    for (const begun of others) {
      yield row.endsWith("\r") ? row.slice(0, -1) : row;
      row = begun;
    }
  }
  if (row !== "") yield row;
}

function isLevel(level: string | undefined): boolean {
  return level !== undefined && level >= "1" && level <= "5" && level.length === 1;
}

/** What parts columns is thin one way; in px of a scan. */
function isThin([, , width, height]: Box): boolean {
  return Math.min(width, height) < 60;
}
