/** Gathers what a reader meets into pages, and leaves out what cannot be worked with. */
import { ownCopy } from "./pieces.ts";
import {
  around,
  type Box,
  type Direction,
  type Flaw,
  isSound,
  type PrintedLine,
  type Sheet,
  type Word,
} from "./sheet.ts";

export interface Builder {
  readonly page: () => void;
  /**
   * @param rotation of its text, in degrees; NaN for what does not say
   * @param within ids of the elements that the block is and is in, outermost first
   * @param stated which way its lines run, where the file says so
   */
  readonly block: (rotation?: number, within?: readonly string[], stated?: Direction | null) => void;
  /** What follows is one advertisement, as the file says, or is none again. */
  readonly advert: (is: boolean) => void;
  /** When the block is read, where the file says so. */
  readonly rank: (rank: number) => void;
  /**
   * @param box of the whole line, for words that have none of their own
   * @param own rotation of this line, where its format says it of lines, and which way it runs
   */
  readonly line: (id: string | null, box: Box | null, own?: OwnDirection) => void;
  readonly word: (
    text: string,
    box: Box | null,
    confidence?: number | null,
    fontSize?: number | null,
  ) => void;
  /** Puts something behind the last word, where a format keeps hyphens apart. */
  readonly append: (text: string) => void;
  readonly rule: (box: Box) => void;
  readonly picture: (box: Box) => void;
  /** @returns what is wrong with the file, all told */
  readonly done: (flaws: readonly Flaw[]) => readonly Flaw[];
}

interface OwnDirection {
  readonly rotation?: number;
  readonly stated?: Direction | null;
}

interface OpenLine extends Omit<PrintedLine, "fontSize" | "aside"> {
  readonly box: Box | null;
  readonly words: Word[];
  readonly sizes: number[];
}

interface OpenSheet {
  readonly lines: OpenLine[];
  readonly rules: Box[];
  readonly pictures: Box[];
  readonly order: Map<number, number>;
}

/** @param give takes each page when the next begins, or all is read */
export function build(give: (sheet: Sheet) => void): Builder {
  let open: OpenSheet | null = null;
  let block = 0;
  let rotation = 0;
  let within: readonly string[] = [];
  let stated: Direction | null = null;
  let adverts = 0;
  let advert: number | null = null;
  let lost = 0;
  /** Of those, the words of which the file says nothing. */
  let unsaid = 0;
  let words = 0;
  const close = () => {
    const sheet = open && closed(open);
    open = null;
    if (sheet && sheet.lines.length > 0) give(sheet);
  };
  const sheet = () => {
    open ??= { lines: [], rules: [], pictures: [], order: new Map() };
    return open;
  };
  const line = (id: string | null, box: Box | null, own: OwnDirection = {}) =>
    void sheet().lines.push({
      id: id && ownCopy(id),
      box,
      block,
      rotation: own.rotation === undefined ? rotation : quarters(own.rotation),
      stated: own.stated ?? stated,
      within,
      advert,
      words: [],
      sizes: [],
    });
  return {
    page: close,
    block: (degrees = 0, ids = [], direction = null) => {
      block++;
      rotation = quarters(degrees);
      within = ids;
      stated = direction;
    },
    advert: (is) => {
      advert = is ? ++adverts : null;
    },
    rank: (rank) => void sheet().order.set(block, rank),
    line,
    word: (text, box, confidence = null, fontSize = null) => {
      const content = SPACE.test(text) ? text.replace(SPACES, " ").trim() : text;
      if (content === "") return;
      if (sheet().lines.length === 0) line(null, null);
      const own = sheet().lines.at(-1) as OpenLine;
      let place = box;
      words++;
      if (!place || place.every(Number.isNaN)) unsaid++;
      if (!place || !isSound(place)) {
        lost++;
        place = [own.box, own.words.at(-1)?.box].find((it) => it && isSound(it)) ?? NOWHERE;
      }
      own.words.push({ text: ownCopy(content), box: place, place, confidence });
      if (fontSize !== null) own.sizes.push(fontSize);
    },
    append: (text) => {
      const own = open?.lines.at(-1)?.words;
      const last = own?.pop();
      if (own && last) own.push({ ...last, text: last.text + text });
    },
    rule: (box) => void (isSound(box) && sheet().rules.push(box)),
    picture: (box) => void (isSound(box) && sheet().pictures.push(box)),
    done: (flaws) => {
      close();
      // A file that says of no word where it stands is none that is broken: it is read as text.
      if (lost === 0 || unsaid === words) return flaws;
      return [...flaws, { message: `${lost} words have no box that makes sense`, place: BEGINNING }];
    },
  };
}

/** Degrees to the nearest quarter of a turn: what is less is the slant of a scan. NaN, of what says nothing, is none. */
function quarters(degrees: number): number {
  return Number.isFinite(degrees) ? 90 * (((Math.round(degrees / 90) % 4) + 4) % 4) : 0;
}

function middleOf({ box: [x, y, width, height] }: Word): Box {
  return [x + width / 2, y + height / 2, 0, 0];
}

const SPACE = /\s/;
const SPACES = /\s+/gu;

const BEGINNING = { line: 1, column: 1 };

/** Where words go that stand nowhere: they are read first. */
const NOWHERE: Box = [0, 0, 0, 0];

function closed({ lines, rules, pictures, order }: OpenSheet): Sheet {
  const read = lines.filter(({ words }) => words.length > 0);
  return {
    lines: read.map(({ id, block, rotation, stated, within, advert, words, sizes }) => ({
      id,
      block,
      rotation,
      stated,
      aside: false,
      within,
      advert,
      words: rotation === 0 ? inOrder(words) : words,
      fontSize: sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? null,
    })),
    rules,
    pictures,
    order,
    down: false,
  };
}

/**
 * Engines write the words of a line that they pieced together in any order. Which way a line of two letters runs, its box does not
 * tell: a mark may have one that is higher than the line.
 */
function inOrder(words: readonly Word[]): readonly Word[] {
  const [, , across, down] = around(words.map(middleOf));
  const axis = across >= down ? 0 : 1;
  const isSorted = words.every((word, i) => i === 0 || (words[i - 1] as Word).box[axis] <= word.box[axis]);
  return isSorted ? words : words.toSorted((a, b) => a.box[axis] - b.box[axis]);
}
