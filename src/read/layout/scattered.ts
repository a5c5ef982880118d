/**
 * Browsers print vertical text character by character, in a font for horizontal text, and poppler takes what stands side by side
 * for a line: words of one character each, from all columns. Which characters follow each other shows by which are nearest.
 */
import { isCjkContext } from "../../language/punctuation.ts";
import { around, type Box, type PrintedLine, type Sheet, type Word } from "./sheet.ts";
import { median } from "./stacks.ts";

/** A character, where it stands, and the line of the file that it is of. */
interface Letter {
  readonly word: Word;
  readonly line: PrintedLine;
  readonly x: number;
  readonly y: number;
  readonly em: number;
}

/** In ems from middle to middle: characters that follow one another stand no farther apart, spaced out to fill their line. */
const FARTHEST = 1.7;
/** They stand in one row or column if they are off by less, and are of one size within this. */
const OFF = 0.3;
const ALIKE = 1.3;
/** From so many characters on the page is worth the search. */
const FEW = 20;

/** The sheet with vertical lines put together, where most of its characters stand nearer to the next below than to the next beside. */
export function gathered(sheet: Sheet): Sheet {
  const letters = new Map<Word, readonly Letter[]>();
  const rise = riseOf(sheet);
  for (const line of sheet.lines)
    for (const word of line.words) letters.set(word, lettersOf(word, line, rise));
  const all = [...letters.values()].flat();
  // Text that is no browser's comes in words and lines.
  const single = [...letters.values()].filter(({ length }) => length === 1).length;
  if (all.length < FEW || 2 * single < all.length) return sheet;
  const near = neighbours(all);
  const falls = new Set(
    all.filter((letter) => {
      const { above, below, side } = near(letter);
      return Math.min(above?.far ?? FARTHEST, below?.far ?? FARTHEST) < side;
    }),
  );
  if (2 * falls.size <= all.length) return sheet;
  const next = new Map(
    [...falls].flatMap((letter) => {
      const below = near(letter).below?.letter;
      const isNext = below && falls.has(below) && near(below).above?.letter === letter;
      return isNext ? [[letter, below] as const] : [];
    }),
  );
  const followed = new Set(next.values());
  const columns = [...falls].filter((letter) => !followed.has(letter)).map((first) => chain(first, next));
  const alone = all.filter((letter) => !falls.has(letter) && near(letter).side === FARTHEST);
  const gone = new Set([...falls, ...alone]);
  const rest = sheet.lines.flatMap((line) => {
    const words = line.words.flatMap((word) => {
      const own = letters.get(word) as readonly Letter[];
      const left = own.filter((letter) => !gone.has(letter));
      if (left.length < own.length) return left.map((letter) => letter.word);
      return own.length === 0 ? [word] : [{ ...word, box: around(own.map((letter) => letter.word.box)) }];
    });
    return words.length === 0 ? [] : [{ ...line, words }];
  });
  // The blocks of the file are those of rows across all columns.
  const own = [...columns, ...alone.map((letter) => [letter])].map((column, i) => lineOf(column, -1 - i));
  return { ...sheet, lines: [...own, ...rest] };
}

function chain(first: Letter, next: ReadonlyMap<Letter, Letter>): Letter[] {
  const letters: Letter[] = [];
  for (let letter: Letter | undefined = first; letter; letter = next.get(letter)) letters.push(letter);
  return letters;
}

function lineOf(letters: readonly Letter[], block: number): PrintedLine {
  return { ...(letters[0] as Letter).line, block, words: letters.map(({ word }) => word) };
}

/** No word of one font and line is longer. */
const WORD = 200;

/**
 * The characters of a word that are set in ems. Two or three of a column may be one word, too.
 *
 * @param rise height of the box of a character, in its ems: that of all the font, as a rule
 */
function lettersOf(word: Word, line: PrintedLine, rise: number): Letter[] {
  const texts = [...word.text];
  const { length } = texts;
  if (length > WORD || !texts.every(isCjkContext)) return [];
  const [left, top, width, height] = word.box;
  const off = (em: number, high: number) => Math.abs(Math.log(height / (high * em)));
  const isColumn = length > 1 && off(width, rise + length - 1) < off(width / length, rise);
  const em = isColumn ? width : width / length;
  const [right, down] = isColumn ? [0, em] : [em, 0];
  const high = height - (length - 1) * down;
  return texts.map((text, i) => {
    const place: Box = [left + i * right, top + i * down, em, high];
    const [x, y] = [place[0] + em / 2, place[1] + high / 2];
    return { word: { ...word, text, box: [x - em / 2, y - em / 2, em, em], place }, line, x, y, em };
  });
}

function riseOf({ lines }: Sheet): number {
  const single = lines.flatMap(({ words }) => words.filter(({ text }) => [...text].length === 1));
  return median(single.flatMap(({ box: [, , w, h] }) => (w > 0 && h > 0 ? [h / w] : []))) || 1;
}

interface Near {
  readonly letter: Letter;
  /** In ems. */
  readonly far: number;
}

interface Neighbours {
  readonly above: Near | null;
  readonly below: Near | null;
  /** How far the nearest is that stands in the same row, in ems. */
  readonly side: number;
}

function neighbours(letters: readonly Letter[]): (letter: Letter) => Neighbours {
  const cell = Math.max(1e-6, Math.max(...letters.slice(0, FEW).map(({ em }) => em)));
  const cells = new Map<string, Letter[]>();
  const keyOf = (x: number, y: number) => `${Math.floor(x / cell)},${Math.floor(y / cell)}`;
  for (const letter of letters) {
    const key = keyOf(letter.x, letter.y);
    const own = cells.get(key);
    // What stands in one place by the dozen is no text.
    if (own && own.length < CROWD) own.push(letter);
    else if (!own) cells.set(key, [letter]);
  }
  const known = new Map<Letter, Neighbours>();
  return (letter) => {
    const before = known.get(letter);
    if (before) return before;
    const { x, y, em } = letter;
    const reach = Math.min(REACH, Math.ceil((FARTHEST * em) / cell));
    let [above, below, side]: [Near | null, Near | null, number] = [null, null, FARTHEST];
    for (let i = -reach; i <= reach; i++)
      for (let j = -reach; j <= reach; j++)
        for (const other of cells.get(keyOf(x + i * cell, y + j * cell)) ?? []) {
          if (other === letter || other.em > ALIKE * em || ALIKE * other.em < em) continue;
          const [across, downwards] = [(other.x - x) / em, (other.y - y) / em];
          if (Math.abs(downwards) < OFF && Math.abs(across) > OFF) side = Math.min(side, Math.abs(across));
          if (Math.abs(across) >= OFF || Math.abs(downwards) >= FARTHEST) continue;
          const far = Math.abs(downwards);
          if (downwards > OFF && far < (below?.far ?? FARTHEST)) below = { letter: other, far };
          if (downwards < -OFF && far < (above?.far ?? FARTHEST)) above = { letter: other, far };
        }
    const found = { above, below, side };
    known.set(letter, found);
    return found;
  };
}

const CROWD = 16;
/** Cells around a letter that are searched: a headline is set in type three times as large as text. */
const REACH = 6;
