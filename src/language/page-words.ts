/** The words of a page as a dictionary: what stands inside its lines says how a word is set there. */

/** All in small letters. */
export interface PageWords {
  /** How often a word stands on the page, a piece of one at a line end with it. */
  readonly count: (word: string) => number;
  /** How often two words stand there with a hyphen between: `mother-in` and `in-law` of mother-in-law. */
  readonly compounds: (words: string) => number;
}

/** Small letters, and s for ſ. */
export function inSmall(text: string): string {
  const small = text.toLowerCase();
  return small.includes("ſ") ? small.replaceAll("ſ", "s") : small;
}

const WORDS = /\p{L}+(?:-\p{L}+)*/gu;

let last: { readonly page: string; readonly words: PageWords } | null = null;

/** Read once, when they are first asked for: a stage asks at each of its line ends, and the next stage again. */
export function wordsOfPage(page: string): PageWords {
  if (last?.page !== page) last = { page, words: collectWords(page) };
  return last.words;
}

function collectWords(page: string): PageWords {
  const words = new Map<string, number>();
  const compounds = new Map<string, number>();
  for (const run of inSmall(page).match(WORDS) ?? []) {
    const parts = run.split("-");
    parts.forEach((part, i) => {
      add(words, part);
      if (i > 0) add(compounds, `${parts[i - 1]}-${part}`);
    });
  }
  return {
    count: (word) => words.get(word) ?? 0,
    compounds: (pair) => compounds.get(pair) ?? 0,
  };
}

function add(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
