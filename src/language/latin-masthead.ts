/** What stands at the head and the foot of a page in English, French and German papers: name of the paper, volume, number, date, price, imprint. */
import { once } from "./once.ts";

const MONTH =
  "(?:jan(?:uary|vier|uar|\\.)?|feb(?:ruary|ruar|\\.)?|f[ée]vrier|march|mars|märz|apr(?:il|\\.)?|avril|may|mai|june?|juin|juni|july?|juillet|juli|aug(?:ust|\\.)?|ao[ûu]t|sept?(?:ember|embre|\\.)?|o[ck]t(?:ober|obre|\\.)?|nov(?:ember|embre|\\.)?|de[cz](?:ember|\\.)?|d[ée]cembre)";
const DAY =
  "(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag";
const YEAR = "(?:1[6-9]|20)\\d\\d";
const DATE = `(?:(?:${DAY})\\b[,. ]*)?(?:(?:le|den|the) )?(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)[,. ]+${YEAR}\\b`;
const NUMBERS =
  "vol(?:ume)?\\.? ?(?:[ivxlcdm]+|\\d+)\\b|(?:no|nr|n[°ºo])\\.? ?\\d[\\d,.]*|\\d{1,3}(?:\\.|e|me|ème|st|nd|rd|th)? (?:jahrgang|jahrg\\.|ann[ée]e|year)|\\p{L}+(?:ième|ère|onde|-\\p{L}+)? (?:ann[ée]e|year)\\b";
const PRICE =
  "(?:prix|price|preis)[ :]+[^,;]{2,20}|(?:\\d+|one|two|three|five|ten|un|deux|cinq|dix) (?:cents?|centimes?|penny|pence|pfennige?|pf\\.)";
const PAGE = "(?:page|seite|p\\.) ?[a-z]?-?\\d{1,3}\\b|^[a-z]?-?\\d{1,3}\\b|\\b[a-z]?\\d{1,3}$";

const strong = once(() => new RegExp(`${DATE}|${NUMBERS}`, "iu"));
const parts = once(() => new RegExp(`${DATE}|${NUMBERS}|${PRICE}|${PAGE}`, "giu"));

const PAPERS =
  "gazette|times|courier|herald|tribune|star|journal|post|news|chronicle|mail|express|telegraph|record|sentinel|observer|examiner|advertiser|republican|democrat|ledger|press|globe|world|sun|mirror|standard|argus|bee|eagle|independent|register|review|reporter|dispatch|figaro|matin|temps|écho|courrier|indépendance|[\\p{L}-]*(?:zeitung|blatt|anzeiger|bote|nachrichten|kurier|presse|rundschau)";
const paper = once(() => new RegExp(`(?<!\\p{L})(?:${PAPERS})(?!\\p{L})`, "iu"));

/** Most words of the name of a paper, with its place and the part of the paper. */
const NAME = 8;
const LONGEST = 100;

/** Whether all words of a text have capitals but articles, prepositions and their kin. */
function isNames(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  return words.length <= NAME && words.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3);
}

/** The name of the paper, its volume, number, date, price and page, with at least a date or a number, and nothing else. */
export function isMasthead(line: string): boolean {
  if (line.length > LONGEST || !strong().test(line)) return false;
  const rest = line.replace(parts(), " ");
  return !/\d/.test(rest) && isNames(rest);
}

/** A whole line that may be the name of a paper, beside its date. */
export function isNameOfPaper(line: string): boolean {
  return line.length <= LONGEST && paper().test(line) && isNames(line);
}

const imprint = once(
  () =>
    /^(?:(?:Le |LE )?G[ée]rant ?:|GÉRANT|(?:.{0,30}\W)?Imprimerie (?:du|de|d’|d'|des)|(?:[Vv]erantwortlich(?:er?|e[rn])? (?:Redakt|Schriftl|für)|Druck und Verlag|Redaktion, Druck)|Printed and published|Published (?:daily|weekly|every) )/u,
);

/** Who prints and answers for the paper, at the foot of a page. */
export function isImprint(line: string): boolean {
  return imprint().test(line);
}
