/** Where a text goes on, and where from, in English, French and German papers: Continued on Page Five, Suite page 3, Fortsetzung auf Seite 3. */
import type { Pattern } from "./any-of.ts";
import { once } from "./once.ts";

const NUMBER =
  "(?:[a-z]-?\\d{1,3}|\\d{1,3}[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|deux|trois|quatre|cinq|sept|huit|neuf|dix|une?|[ivx]{1,5})\\b";
const ORDINAL =
  "(?:\\d{1,2}(?:st|nd|rd|th|d)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|back|front|editorial|sports?|opposite|following)";
const NUMÉRO =
  "(?:\\d{1,2} ?(?:re|ère|r|e|è|me|ème|ᵉ|°)|première|deuxième|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|dernière)";
const ZAHL =
  "(?:\\d{1,2}\\.|ersten|zweiten|dritten|vierten|fünften|sechsten|siebenten|siebten|achten|nächsten|folgenden|letzten)";

/** The page, as it is named. */
const PAGE = `(?:pages?|p\\.|pg\\.) ?${NUMBER}|${ORDINAL} page|column ${NUMBER}|${ORDINAL} column|${NUMÉRO} (?:page|colonne)|(?:seite|s\\.) ?\\d{1,3}|${ZAHL} (?:seite|spalte|blatt|beilage|bogen)`;
/** What of the page: Column 2, Sec. 3. */
const PART = "[,;:.]? *(?:col(?:umns?|onnes?|s)?|sec(?:tion)?|part|spalte|sp)\\b\\.? ?[\\da-z]{1,6}";
const END = "[ .…)\\]—–-]*$";
const BEGIN = "[([—–* -]*";

const GOES_ON =
  "(?:continued|cont(?:['’]?d)?\\.?|concluded|carried over),? (?:on|to|in|at|upon)(?: the)?|(?<=^[([—–* -]*|[([.—–] ?)(?:please )?turn to|(?:(?:voir|lire|lisez) )?(?:la )?suite(?: et fin)?(?: à| en| au| sur)?(?: la)?|fortsetzung(?: siehe| s\\.)?(?: auf| im| in)?(?: der| dem| die)?";
const COMES =
  "(?:(?:continued|cont(?:['’]?d)?\\.?|concluded),? )?from(?: the)?|suite(?: et fin)? de(?: la)?|(?:fortsetzung|schlu(?:ß|ss))(?: und schlu(?:ß|ss))? (?:von|aus)(?: der)?";

const TO = once(() => new RegExp(`(?<!\\p{L})(?:${GOES_ON}) *(${PAGE})(?:${PART}){0,3}${END}`, "iu"));
const FROM = once(() => new RegExp(`^${BEGIN}(?:${COMES}) *(${PAGE})(?:${PART}){0,3}${END}`, "iu"));
/** See STORM, page 6: the text is known by a word or three of its headline. */
const SEE = once(
  () =>
    new RegExp(
      `^${BEGIN}(?:Please )?(?:[Ss]ee|SEE|[Tt]urn to|TURN TO) (?:\\p{Lu}[\\p{L}'’-]* ?){1,3}[,:;—–-]+ ?(?:[Oo]n |ON )?((?:[Pp]age|PAGE|[Pp]\\.) ?[A-Z]?-?\\d{1,3}[A-Z]?|(?:[Bb]ack|BACK|[Nn]ext|NEXT|[Ll]ast|LAST) (?:[Pp]age|PAGE))(?:, ?[Cc]ol\\w*\\.? ?\\d)?${END}`,
      "u",
    ),
);
/** A jump is a line by itself, or stands in brackets at the end of one. */
const WHOLE = once(() => new RegExp(`^${BEGIN}(?:${GOES_ON}) *(?:${PAGE})(?:${PART}){0,3}${END}`, "iu"));
/** Longest jump, in UTF-16 units, and the end of a text that is looked at. */
const LONGEST = 80;

/** Whether a line says where a text goes on, or where from, and nothing else. */
export function isJump(line: string): boolean {
  if (line.length > LONGEST || !HINT.test(line)) return false;
  return FROM().test(line) || SEE().test(line) || WHOLE().test(line);
}

const HINT = /page|pg?\.|seite|s\.|column|colonne|spalte|blatt|beilage|bogen/i;

/** Where a text goes on: the page is group 1. */
export const JUMP_TO: Pattern = {
  test: (text) => jumpTo(text) !== null,
  exec: jumpTo,
};

/** Where a text comes from: the page is group 1. */
export const JUMP_FROM: Pattern = {
  test: (text) => jumpFrom(text) !== null,
  exec: jumpFrom,
};

function jumpTo(text: string): RegExpExecArray | null {
  const end = text.slice(-LONGEST);
  if (!HINT.test(end)) return null;
  return (text.length <= LONGEST ? SEE().exec(text) : null) ?? TO().exec(end);
}

function jumpFrom(text: string): RegExpExecArray | null {
  return text.length <= LONGEST && HINT.test(text) ? FROM().exec(text) : null;
}
