/** Names of columns and of the parts of a work, in English, French and German papers. */
import { once } from "./once.ts";

const NEWS =
  "(?:world|local|foreign|latest|home|city|general|sporting|sports?|business|financial|commercial|society|church|court|school|shipping|personal|theatrical) (?:news|watch|intelligence|notes|notices|brevities|items|gossip)";

const ENGLISH = [
  NEWS,
  "sports?|business|opinion|editorials?|culture|weather|shipping|markets?|finance|obituary|obituaries|amusements",
  "(?:the |today.?s |local )?weather(?: forecast| report)?",
  "letters(?: to (?:the|our) editor| from (?:the people|(?:our )?readers))?|(?:the )?people.?s (?:column|forum|voice)|voice of the people",
  "police (?:log|blotter|report|reports|court)|personals?|personal mention|classified(?: ads?| advertisements| advertising)?|want ads",
];
const FRENCH =
  "feuilleton|faits[ -]divers|bourse|théâtres?|échos|état[ -]civil|météo|nécrologie|spectacles|carnet(?: mondain)?|courrier des lecteurs|petites annonces|tribunaux";
const GERMAN =
  "lokales(?: und provinzielles)?|handel|vermischtes|wetter(?:bericht)?|leserbriefe|standesamt|standesamtliche nachrichten|kirchliche nachrichten|kleine chronik|anzeigen";

/** A whole line that names a column of the paper. */
export const sectionLine = once(
  () => new RegExp(`^[[\\s■◆●]*(?:${[...ENGLISH, FRENCH, GERMAN].join("|")})[\\]\\s.:]*$`, "i"),
);

const division = once(
  () =>
    /^\W*(?:(?:premi[èe]re|deuxi[èe]me|troisi[èe]me|seconde|derni[èe]re|erster?|zweiter?|dritter?) (?:partie|teil)|(?:chap(?:itre|ter|\.)|kapitel|part|partie|book|livre|teil) (?:[ivxlc]+|\d+|premier|one|two|three|first|the \w+))\b.{0,40}$/iu,
);

/** DEUXIÈME PARTIE, CHAPTER IV: a part of a work, under whose title it stands. */
export function isDivision(line: string): boolean {
  return division().test(line);
}
