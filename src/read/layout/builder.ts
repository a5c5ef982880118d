/** Gathers what a reader meets, and leaves out what cannot be worked with. */
import {
  type Box,
  boxOf,
  type Direction,
  type Flaw,
  isSound,
  type PrintedLine,
  type Reading,
  type Sheet,
  type Word,
} from "./sheet.ts";

export interface Builder {
  readonly page: () => void;
  /**
   * @param rotation of its text, in degrees; NaN for what does not say
   * @param stated which way its lines run, where the file says so
   */
  readonly block: (rotation?: number, stated?: Direction | null) => void;
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
  readonly done: (flaws: readonly Flaw[]) => Reading;
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

export function build(): Builder {
  const sheets: OpenSheet[] = [];
  let block = 0;
  let rotation = 0;
  let stated: Direction | null = null;
  let adverts = 0;
  let advert: number | null = null;
  let lost = 0;
  const page = () => void sheets.push({ lines: [], rules: [], pictures: [], order: new Map() });
  const sheet = () => {
    if (sheets.length === 0) page();
    return sheets.at(-1) as OpenSheet;
  };
  const line = (id: string | null, box: Box | null, own: OwnDirection = {}) =>
    void sheet().lines.push({
      id,
      box,
      block,
      rotation: own.rotation === undefined ? rotation : quarters(own.rotation),
      stated: own.stated ?? stated,
      advert,
      words: [],
      sizes: [],
    });
  return {
    page,
    block: (degrees = 0, direction = null) => {
      block++;
      stated = direction;
      rotation = quarters(degrees);
    },
    advert: (is) => {
      advert = is ? ++adverts : null;
    },
    rank: (rank) => void sheet().order.set(block, rank),
    line,
    word: (text, box, confidence = null, fontSize = null) => {
      const content = text.replace(/\s+/gu, " ").trim();
      if (content === "") return;
      if (sheet().lines.length === 0) line(null, null);
      const own = sheet().lines.at(-1) as OpenLine;
      const place = [box, own.box, own.words.at(-1)?.box].find((it) => it && isSound(it));
      if (place !== box) lost++;
      own.words.push({ text: content, box: place ?? NOWHERE, place: place ?? NOWHERE, confidence });
      if (fontSize !== null) own.sizes.push(fontSize);
    },
    append: (text) => {
      const words = sheet().lines.at(-1)?.words;
      const last = words?.pop();
      if (words && last) words.push({ ...last, text: last.text + text });
    },
    rule: (box) => void (isSound(box) && sheet().rules.push(box)),
    picture: (box) => void (isSound(box) && sheet().pictures.push(box)),
    done: (flaws) => ({
      sheets: sheets.map(closed).filter(({ lines }) => lines.length > 0),
      flaws:
        lost === 0 ? flaws : [...flaws, { message: `${lost} words have no box that makes sense`, at: 0 }],
    }),
  };
}

/** Degrees to the nearest quarter of a turn: what is less is the slant of a scan. NaN, of what says nothing, is none. */
function quarters(degrees: number): number {
  return Number.isFinite(degrees) ? 90 * (((Math.round(degrees / 90) % 4) + 4) % 4) : 0;
}

/** Where words go that stand nowhere: they are read first. */
const NOWHERE: Box = [0, 0, 0, 0];

function closed({ lines, rules, pictures, order }: OpenSheet): Sheet {
  const read = lines.filter(({ words }) => words.length > 0);
  return {
    lines: read.map(({ id, block, rotation, stated, advert, words, sizes }) => ({
      id,
      block,
      rotation,
      stated,
      aside: false,
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

/** Engines write the words of a line that they pieced together in any order. */
function inOrder(words: readonly Word[]): Word[] {
  const [, , width, height] = boxOf({ words });
  const axis = width >= height ? 0 : 1;
  return words.toSorted((a, b) => a.box[axis] - b.box[axis]);
}
