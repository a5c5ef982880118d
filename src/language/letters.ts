/** What the characters of a text are, counted: patterns of whole categories are slow where each character is a match. */

export interface Letters {
  readonly letters: number;
  /** Of the letters those in capitals. */
  readonly capitals: number;
  /** Decimal ones, of any script. */
  readonly digits: number;
  /** Runs of two letters or more. */
  readonly words: number;
  /** UTF-16 units of white space. */
  readonly white: number;
}

const [OTHER, LETTER, CAPITAL, DIGIT, WHITE] = [1, 2, 4, 8, 16] as const;

/** By UTF-16 unit; 0 for what nobody has asked for yet. */
const KINDS = new Uint8Array(1 << 16);

export function lettersOf(text: string): Letters {
  let [letters, capitals, digits, words, white] = [0, 0, 0, 0, 0];
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kindAt(text, i);
    if (isPair(text, i)) i++;
    if ((kind & LETTER) === 0) {
      run = 0;
      if (kind === DIGIT) digits++;
      else if (kind === WHITE) white++;
      continue;
    }
    letters++;
    if ((kind & CAPITAL) !== 0) capitals++;
    if (++run === 2) words++;
  }
  return { letters, capitals, digits, words, white };
}

/** The letters that a text ends with before a place. Texts are long, so they are read from there on backward. */
export function lettersBefore(text: string, end: number): string {
  let start = end;
  while (start > 0) {
    const before = isPair(text, start - 2) ? start - 2 : start - 1;
    if ((kindAt(text, before) & LETTER) === 0) break;
    start = before;
  }
  return text.slice(start, end);
}

/** Whether the two halves of a character stand at a place. */
function isPair(text: string, at: number): boolean {
  return text.charCodeAt(at) >> 10 === 0x36 && text.charCodeAt(at + 1) >> 10 === 0x37;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = KINDS[unit] as number;
  if (known !== 0) return known;
  if (isPair(text, at)) return kindOf(text.slice(at, at + 2));
  const kind = kindOf(text.charAt(at));
  // A half by itself is none of the characters that it may be a half of.
  if (unit >> 11 !== SURROGATE) KINDS[unit] = kind;
  return kind;
}

/** The first bits of all halves. */
const SURROGATE = 0x1b;

function kindOf(character: string): number {
  if (/\p{L}/u.test(character)) return /\p{Lu}/u.test(character) ? LETTER | CAPITAL : LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return /\s/.test(character) ? WHITE : OTHER;
}
