/** Points that end no sentence: Mr., St., initials, z. B., in English, French and German. */
import { once } from "./once.ts";

/** Titles, ranks and first names that a name follows, as they are set in small letters; in capitals they are the same. */
const BEFORE_NAMES =
  "Mr|Mrs|Messrs|Dr|Drs|Rev|Revd|Hon|Rt|Prof|Gen|Col|Capt|Lieut|Lt|Maj|Sergt|Sgt|Cpl|Pvt|Adm|Cmdr|Brig|Gov|Sen|Rep|Pres|Supt|Insp|Ald|Atty|Mgr|Msgr|Mt|MM|Mme|Mmes|Mlle|Mlles|Mgrs|Vve|Ste|Hr|Hrn|Frl|Pfr|Frhr|Geh|Kgl|Königl|Kais|Kaiserl|Gebr|Hptm|Obst|Stadtr|Abg|Wm|Geo|Chas|Thos|Jas|Jos|Jno|Robt|Saml|Benj|Edw|Ch|Th|Ph|Chr|Joh|Friedr|Wilh|Heinr";

/** Words in small letters that a sentence goes on behind. */
const INSIDE =
  "z\\. ?B|d\\. ?h|d\\. ?i|i\\. ?e|e\\. ?g|viz|cf|vs|bzw|beziehungsw|ca|sog|vgl|bezw|v|k\\. ?(?:u\\. ?)?k|c\\.-à-d";

/** What figures follow: No. 12, Art. 4, Jan. 3. */
const BEFORE_FIGURES =
  "No|Nos|Nr|Num|Vol|Art|Ch|Chap|Cap|Sec|Sect|Kap|Bd|pp?|Fig|Jan|Feb|Febr|Fév|Févr|Mar|Apr|Avr|Aug|Sept?|Oct|Okt|Nov|De[cz]|Déc";

const title = once(() => {
  const both = `${BEFORE_NAMES}|${BEFORE_NAMES.toUpperCase()}`;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${both}|${INSIDE})\\.$`, "u");
});

const numbered = once(() => new RegExp(`(?<![\\p{L}\\p{N}])(?:${BEFORE_FIGURES})\\.$`, "iu"));
const FIGURE = /^(?:\p{Nd}|[IVXLC]+\b)/u;

/** A letter by itself. */
const INITIAL = /(?:^|[\s("“«„.-])(?<letter>\p{Lu})\.$/u;
/** U. S., 6 P. M., R. R.: letters that are no name, and may end a sentence. */
const NO_NAME =
  /(?:U\. ?S|U\. ?S\. ?A|N\. ?[YJH]|D\. ?C|\d ?[AP]\. ?M|\d ?[AB]\. ?[CD]|R\. ?R|M\. ?P|Q\. ?C|L\. ?I)\.$/u;
/** Company C, Avenue B, Plan A: a letter for a number. */
const LETTERED =
  /(?<!\p{L})(?:company|compagnie|kompagnie|co\.|battery|troop|class|classe|klasse|grade|ward|avenue|ave\.|street|room|plan|section|division|block|line|group|type|figure|exhibit|train)$/iu;
/** Louis X., Karl V.: the number of a king. */
const KING = /^\p{Lu}\p{Ll}{2,}$/u;

/** to St. Paul's is a saint; Fulton St. may end a sentence. */
const SAINT =
  /(?:^|[,;:(“"«„-] ?|(?<!\p{L})(?:\p{Ll}[\p{L}'’]{0,20}|The|In|At|To|Of|A|La|Le|De|Der|Die|Das|Bei|Zu) )(?:St|ST|Ft)\.$/u;

/**
 * Whether the point that a text ends with is that of an abbreviation, behind which the sentence goes on: Mr., J., z. B.
 *
 * @param next the text behind it, of which No. 12 and Jan. 3 are told; empty where it is not known
 */
export function endsAbbreviated(text: string, next: string): boolean {
  if (!text.endsWith(".")) return false;
  const end = text.slice(-REACH);
  return (
    title().test(end) || SAINT.test(end) || isInitial(end) || (FIGURE.test(next) && numbered().test(end))
  );
}

/** UTF-16 units of the end of a text that are looked at. */
const REACH = 24;

function isInitial(end: string): boolean {
  const letter = INITIAL.exec(end)?.groups?.letter;
  if (letter === undefined || NO_NAME.test(end)) return false;
  const before = end.split(" ").at(-2) ?? "";
  return !LETTERED.test(before) && !("IVX".includes(letter) && KING.test(before));
}
