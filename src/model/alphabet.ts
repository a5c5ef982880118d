/**
 * The symbols of the language model: characters as they are scored, not as they are printed. Traditional and
 * Simplified, half-width and full-width, the quotes of all countries fall together; digits are one symbol, and so are
 * Latin letters. White space is no symbol. Symbol 0 is any other character, symbol 1 the paragraph sign ¶.
 */
export const UNKNOWN = 0;
export const PARAGRAPH = 1;
/** No symbol at all: white space and control characters. */
export const NOTHING = 0xffff;

/** Symbols of an alphabet: twelve bits, so that four of them fit into the whole numbers of a double. */
export const SYMBOLS = 4096;

/** From UTF-16 unit to symbol. */
export type Alphabet = Uint16Array;

/**
 * Writes the symbols of a text into an array.
 *
 * @param from where in `into` to begin
 * @param end where in `into` to stop
 * @returns where the next symbol goes
 */
export function encode(
  alphabet: Alphabet,
  text: string,
  into: Uint16Array,
  from: number,
  end = into.length,
): number {
  let at = from;
  for (let i = 0; i < text.length && at < end; i++) {
    const symbol = alphabet[text.charCodeAt(i)] as number;
    if (symbol !== NOTHING) into[at++] = symbol;
  }
  return at;
}
