/** ALTO files to measure with, as large as is asked for: made-up words in columns, on one page or on many. */
import { closeSync, openSync, writeSync } from "node:fs";

const WORDS =
  "harbour keeper lantern the of and a market council yesterday bridge weather to in river station mayor that evening was conversation for printers his tower bell on ferry winter bread by orchard letters from window theatre said miller".split(
    " ",
  );
const [COLUMNS, COLUMN, PITCH, LETTER] = [4, 900, 40, 14];

/** About a megabyte, as a page of a large paper has it. */
const LINES = 225;

/**
 * @param {string} file
 * @param {number} bytes
 * @param {number} [lines] in a column of a page; without, as many as a newspaper has
 */
export function writeAlto(file, bytes, lines = LINES) {
  const out = openSync(file, "w");
  let written = 0;
  const write = (/** @type {string} */ text) => {
    written += writeSync(out, text);
  };
  write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#">\n<Layout>\n',
  );
  for (let page = 0; written < bytes; page++) {
    write(`<Page ID="P${page}" WIDTH="3700" HEIGHT="${lines * PITCH + 200}">\n<PrintSpace>\n`);
    for (let column = 0; column < COLUMNS && written < bytes; column++)
      write(columnOf(page, column, lines, bytes - written));
    write("</PrintSpace>\n</Page>\n");
  }
  write("</Layout>\n</alto>\n");
  closeSync(out);
}

/** @param {number} page @param {number} column @param {number} lines @param {number} most */
function columnOf(page, column, lines, most) {
  let [seed, text] = [page * COLUMNS + column, ""];
  for (let line = 0; line < lines && text.length < most; line++) {
    const block = line % 20 === 0;
    if (block) text += `${line > 0 ? "</TextBlock>\n" : ""}<TextBlock ID="P${page}_TB${column}_${line}">\n`;
    const [left, top] = [100 + column * COLUMN + (block ? 30 : 0), 100 + line * PITCH];
    text += `<TextLine ID="P${page}_TL${column}_${line}" HPOS="${left}" VPOS="${top}" WIDTH="${COLUMN - 60}" HEIGHT="30">`;
    for (let x = left; ; ) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const word = WORDS[seed % WORDS.length] ?? "";
      const width = word.length * LETTER;
      if (x + width > 40 + (column + 1) * COLUMN) break;
      text += `<String ID="P${page}_ST${column}_${line}_${x}" HPOS="${x}" VPOS="${top}" WIDTH="${width}" HEIGHT="30" CONTENT="${word}" WC="0.${seed % 90}9" CC="${"0".repeat(word.length)}"/><SP ID="P${page}_SP${column}_${line}_${x}" HPOS="${x + width}" VPOS="${top}" WIDTH="${LETTER}"/>`;
      x += width + LETTER;
    }
    text += "</TextLine>\n";
  }
  return `${text}</TextBlock>\n`;
}
