/** The words of a language: all forms in a dictionary for Hunspell, and compounds with the parts that they are made with. */
import nspell from "nspell";

/** A dictionary of the packages `dictionary-*`. */
export type Hunspell = Parameters<typeof nspell>[0];

/** French elides: l'homme, qu'elle. What is asked for is the word behind. */
const ELISION = /^(?:[ldnsmtjc]|(?:jus|lors|puis|quoi|pres)?qu)['’](?=.)/iu;
const POSSESSIVE = /['’]s?$/u;
/** One letter is hardly a word, and its filter would say so of half the alphabet. */
const WORD = /^\p{L}{2,}$/u;
const COMPOUND = /^\p{L}+(?:-\p{L}+)+$/u;

/** Compounds that a first part has to make before it makes any: vice-président, demi-heure. */
const PRODUCTIVE = 10;

/** All forms of a dictionary in small letters, in the order of their letters. */
export function formsOf(dictionary: Hunspell): { words: Set<string>; compounds: Set<string> } {
  const forms = Object.keys(nspell(dictionary).data).map((form) =>
    form.replace(ELISION, "").replace(POSSESSIVE, "").toLowerCase(),
  );
  const all = [...new Set(forms)].sort();
  return {
    words: new Set(all.filter((form) => WORD.test(form))),
    compounds: new Set(all.filter((form) => COMPOUND.test(form))),
  };
}

/** The first parts of many compounds, each with its hyphen: `demi-`. */
export function firstParts(compounds: ReadonlySet<string>, words: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  for (const compound of compounds) {
    const [first = "", second = "", third] = compound.split("-");
    if (third === undefined && words.has(second) && WORD.test(first))
      counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= PRODUCTIVE).map(([first]) => `${first}-`);
}
