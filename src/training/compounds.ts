/** Compounds that the dictionaries have not, and the parts that English makes them with: set by hand from what stands at line ends. */

const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ONES =
  "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth";
const PARTS_OF_ONE = "half third fourth quarter fifth sixth eighth tenth";

/** Set with a hyphen until the 1920s, as one word since: the hyphen of a line end is kept unless the page has the one word. */
const DAYS = "to-day to-night to-morrow";

const FIRST =
  "all anti anglo cross dead ex fellow first five four half high hot ill long low mid new non north north-east north-west old one out-of over pre pro quarter quasi second self semi six south tax ten third three two vice well";
const LAST =
  "alley avenue chief court gate general hall law lane like office place road room rooms row square street terrace year yard";

/** Compounds of a language; `ex-` and `-street` stand for all that are made with them. */
export const COMPOUNDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...TENS.flatMap((ten) => ONES.split(" ").map((one) => `${ten}-${one}`)),
    ..."one two three four five six seven eight nine"
      .split(" ")
      .flatMap((one) => PARTS_OF_ONE.split(" ").flatMap((part) => [`${one}-${part}`, `${one}-${part}s`])),
    ...DAYS.split(" "),
    ...FIRST.split(" ").map((part) => `${part}-`),
    ...LAST.split(" ").map((part) => `-${part}`),
  ],
  fr: [
    "ex-",
    ..."ci là même mêmes je tu il ils elle elles on nous vous moi toi lui le la les leur ce"
      .split(" ")
      .map((part) => `-${part}`),
  ],
};
