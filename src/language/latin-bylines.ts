/** Bylines that have a line of their own, in English, French and German: By Ann Moore; Staff Writer; Special to the Herald. */
import { once } from "./once.ts";

/** Names begin with a capital, so letters are not taken without regard to case: "By noon the fire was out." */
const anyCase = (words: string) =>
  words
    .split("|")
    .map(
      (word) =>
        `(?:${word.replace(/^./, (first) => `[${first.toUpperCase()}${first}]`)}|${word.toUpperCase()})`,
    )
    .join("|");

const CAPITALISED = "\\p{Lu}[\\p{L}.'’&-]*";

/** By The Sea. */
const NO_NAME = "The|THE|An?|AN|This|Our|OUR|His|Her|All|La|LA|Les?|LES?|Der|DER|Die|DIE|Das|DAS";

/** By John Moore and Mary E. Hale, Staff Writer. The stop behind the name is none of it, but for that of an initial. */
const AUTHOR = `(?:By|BY|Par|PAR|Von|VON|(?:by|par|von)(?=[^,]*$))[: ]\\s*(?!(?:${NO_NAME})\\b)(?<name>\\p{Lu}(?:[\\p{L}'’-]|\\.(?!$))*(?: (?:\\p{Lu}(?:[\\p{L}'’-]|\\.(?!$))*|de|von|van|du|and|AND|und|UND|et|ET)){0,8}(?:(?<=[ .]\\p{Lu})\\.)?)(?:, .{2,40}|\\.)?`;

const AGENCY = `(?:(?:${anyCase("by|from")}) )?(?:[Tt]he |THE )?(?<agency>Associated Press|ASSOCIATED PRESS|United Press(?: International)?|UNITED PRESS(?: INTERNATIONAL)?|International News Service|INTERNATIONAL NEWS SERVICE|Canadian Press|Agence France-Presse|Knight-Ridder Newspapers|Reuters|REUTERS|Central News|Exchange Telegraph)(?: Leased Wire)?\\.?`;

const WRITERS = anyCase("writer|reporter|correspondent|columnist");
/** Staff Writer, Courier Staff Reporter, Associated Press Writer, Of the Ledger Staff. */
const POST = [
  `(?:(?:${CAPITALISED}|[Oo]f [Tt]he|OF THE) ){0,4}(?:[Ss]taff|STAFF) (?:${WRITERS})s?`,
  `(?:[Tt]he )?${CAPITALISED} (?:${CAPITALISED} ){0,3}(?:${WRITERS})s?`,
  `(?:${anyCase("of|for")}) (?:[Tt]he|THE) (?:${CAPITALISED} ){1,4}(?:[Ss]taff|STAFF)`,
  `(?:${anyCase("special|exclusive")}) (?:(?:${anyCase("cable|dispatch|despatch|telegram|wireless|correspondence")}) )?(?:[Tt]o|TO) (?:[Tt]he|THE) (?:${CAPITALISED} ?){1,5}`,
].join("|");

const OURS = [
  `(?:${anyCase("from|by")}) (?:${anyCase("our|a")}) .{0,20}?(?:${anyCase("correspondent")})[Ss]?[.:]?`,
  `(?:[Dd]e (?:notre|nos)|DE (?:NOTRE|NOS)) (?:${anyCase("correspondant|envoyé")}).{0,30}`,
  `(?:[Vv]on unsere[mnr]|VON UNSERE[MNR]) .{0,20}(?:[Kk]orrespondenten|KORRESPONDENTEN|[Rr]edaktion(?:smitglied)?|[Mm]itarbeiter)(?: ${CAPITALISED}){0,3}`,
  `(?:${anyCase("journaliste|correspondante?|rédacteur|rédactrice")}) (?:au|à|en|de|du|des|pour|politique|sportif) .{2,40}|(?:${anyCase("envoyé")})[eE]? (?:${anyCase("spécial")})[eE]?(?: (?:au|à|en) .{2,40})?`,
  `(?:${anyCase("korrespondent|redakteur|reporter")})(?:in)? (?:in|der|des|für) .{2,40}`,
].join("|");

/** Longest line of who wrote, in UTF-16 units. */
const LONGEST = 80;

/** A whole line that says who wrote what stands below, or where it is from. */
export const bylineLine = once(
  () =>
    new RegExp(
      `^(?=.{2,${LONGEST}}$)(?:${AGENCY}|${AUTHOR}|[(\\[]?(?:${POST}|${OURS})[.:]?[)\\]]?[.:]?)$`,
      "u",
    ),
);

const post = once(() => new RegExp(`^(?=.{2,${LONGEST}}$)(?:${AGENCY}|(?:${POST}|${OURS})\\.?)$`, "u"));

/** Whether a line says what the one whose name stands above is: Staff Writer, The Associated Press. */
export function isPost(line: string): boolean {
  return post().test(line);
}
