/** `npm run train:words`: which words English and French have, from the dictionaries of the packages `dictionary-*`. */
import { writeFileSync } from "node:fs";
import english from "dictionary-en";
import french from "dictionary-fr";
import { filterOf, wordsToBytes } from "../model/words.ts";
import { writeChecksums } from "./checksums.ts";
import { COMPOUNDS } from "./compounds.ts";
import { firstParts, formsOf, type Hunspell } from "./word-lists.ts";

/** Bits of a word; swept in MODEL.md. */
const [bits = "16", name = "src/model/weights/latin.bin"] = process.argv.slice(2);

function filterFor(tag: string, dictionary: Hunspell) {
  const { words, compounds } = formsOf(dictionary);
  const all = new Set([
    ...words,
    ...[...compounds].filter((compound) => !words.has(compound.replaceAll("-", ""))),
    ...firstParts(compounds, words),
    ...(COMPOUNDS[tag] ?? []),
  ]);
  console.log(`${tag}: ${words.size} words, ${all.size - words.size} compounds and parts of some`);
  return filterOf(all, Number(bits));
}

const bytes = wordsToBytes(
  new Map([
    ["en", filterFor("en", english)],
    ["fr", filterFor("fr", french)],
  ]),
);
writeFileSync(name, bytes);
console.log(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`);
if (name.startsWith("src/")) writeChecksums();
