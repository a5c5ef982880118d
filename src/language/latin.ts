/** English, French, German and their kin: papers of the Latin script share one table. */
import { endsAbbreviated } from "./abbreviations.ts";
import { bylineLine, isPost } from "./latin-bylines.ts";
import { creditAtEnd } from "./latin-captions.ts";
import { isJump, JUMP_FROM, JUMP_TO } from "./latin-jumps.ts";
import { sectionLine } from "./latin-sections.ts";
import { once } from "./once.ts";
import { type LanguageTable, ONLY_CHINESE } from "./types.ts";

const MONTHS =
  "Jan(?:uary|vier|uar)?|Feb(?:ruary|ruar)?|F[ée]v(?:rier)?|Mar(?:ch|s)?|M[äa]rz|Apr(?:il)?|Avril|May|Mai|June?|Juin|Juni|July?|Juillet|Juli|Aug(?:ust)?|Ao[ûu]t|Sep(?:t(?:ember|embre)?)?|O[ck]t(?:ober|obre)?|Nov(?:ember|embre)?|De[cz](?:ember)?|D[ée]c(?:embre)?";
const DAYS =
  "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Lun|Mar|Mercre|Jeu|Vendre|Same|Diman|Mont|Diens|Donners|Frei|Sonn|Sams";

/** Paris, 9 juin. — / BERLIN, Monday.— / From the beginning of the line: a place, and a date or a dash behind it. */
const dateline = once(
  () =>
    new RegExp(
      `^["«„(.,_' ]{0,3}\\p{Lu}[\\p{L}'’-]+(?: \\p{L}[\\p{L}'’-]+){0,3}(?:[,.;]+ .{0,14}(?:${MONTHS})\\b|[,.;]* (?:.{0,14}(?:\\d\\D{0,6}(?:${MONTHS})|(?:${MONTHS})\\.? \\d+|(?:${DAYS})(?:day|di|tag))\\b|[^.]{3,24}[.,]? ?[—–]))`,
      "iu",
    ),
);

/** Whether a line begins with a dateline. */
export function isDateline(line: string): boolean {
  return dateline().test(line);
}

/** Words that stand in headlines and in no name of a person. */
const NO_NAME =
  "the|a|an|of|to|in|on|at|for|from|with|and|by|les|l|un|une|des|au|aux|en|sur|par|pour|dans|nos|notre|et|m|mm|der|die|das|ein|eine|im|am|zu";

/** Words of labels and of places, in English, French, German, that no person has for a name: Society Notes, New York, Letzte Nachrichten. */
const LABELS =
  "news|notes?|notices?|estate|ball|society|letters?|markets?|sports?|sporting|foreign|latest|local|general|city|new|north|south|east|west|united|great|nouvelles|diverses|dernières|dépêches|chronique|nachrichten|letzte|vermischtes|politik|bourse|théâtres?|concerts?|variétés|faits|divers|annonces|avis|tribuna(?:l|ux)|reports?|courts?|police|intelligence|weather|shipping|wanted|sales?|houses?|company|bank|office|hotel|church|school|board|committee|meeting";

const signature = once(
  () =>
    new RegExp(
      `^(?!(?:le|la|du|de|d|von|van)[ .'’])(?!(?:.* )?(?:${NO_NAME})[ .'’])\\p{L}[\\p{L}'’.-]*(?: \\p{L}[\\p{L}'’.-]*){1,3}\\.?$`,
      "iu",
    ),
);

const label = once(() => new RegExp(`(?:^|[ .'’])(?:${LABELS})(?![\\p{L}])`, "iu"));
/** N. R., J. Cornély. */
const INITIAL = /(?:^|\s)\p{Lu}\./u;

/** Whether a line that may be a name is none of a label or a place: it has an initial, or is set in small letters and has no word of theirs. */
export function isNameOfPerson(line: string): boolean {
  return INITIAL.test(line) || (/\p{Ll}/u.test(line) && !label().test(line));
}

/** Whether a line may be the signature below an article: two to four words or initials, all of them with capitals. */
export function isName(line: string): boolean {
  return signature().test(line) && !/(?:^| )(?!(?:d[eu]|von|van|la) )\p{Ll}/u.test(line);
}

/** Articles, prepositions, conjunctions and their kin in English, French, German: no sentence ends with one. */
const HANGING =
  "a|an|the|of|to|in|on|at|by|for|from|with|into|upon|and|or|but|nor|than|that|which|who|whose|when|while|where|if|as|is|are|was|were|be|been|has|have|had|will|would|shall|should|may|might|can|could|must|his|her|its|our|their|my|your|this|these|those|no|not|very|mr|mrs|dr|le|la|les|l|un|une|des|du|de|d|au|aux|et|ou|mais|que|qui|dont|dans|sur|sous|par|pour|avec|sans|ce|cette|ces|son|sa|ses|leur|leurs|est|sont|a|ont|der|die|das|den|dem|ein|eine|einen|einem|einer|und|oder|aber|dass|daß|von|vom|zum|zur|mit|für|im|am|auf|aus|bei|nach|über|unter|durch|seine|seiner|ihre|ihrer|wird|wurde|werden|ist|sind|hat|haben";

const hanging = once(() => new RegExp(`^(?:${HANGING})$`, "iu"));

/** Whether a sentence goes on behind this word. */
export function isHanging(word: string): boolean {
  return hanging().test(word);
}

/** Words that stand before what they belong to, and may end a sentence as well. */
const LEADING =
  "en|à|devant|contre|entre|chez|avant|après|depuis|vers|against|between|before|after|under|over|through|without|near|gegen|zwischen|vor|nach|ohne|bei";

const leading = once(() => new RegExp(`^(?:${LEADING})$`, "iu"));

/** Whether a phrase that begins with this word belongs to the one before. */
export function isLinking(word: string): boolean {
  return isHanging(word) || leading().test(word);
}

const furniture = once(
  () =>
    new RegExp(
      `^(?:${[
        `(?:(?:${DAYS})[a-zé]*(?:day|di|che|tag|woch)?[,. ]+)?(?:le |the |den )?\\d{0,2}(?:st|nd|rd|th|er|\\.)? ?(?:${MONTHS})\\.?,? *\\d{0,2}(?:st|nd|rd|th)?[,. ]+(?:1[6-9]|20)\\d\\d[.,]?`,
        "(?:page|p\\.|seite|no\\.?|n[°ºo]\\.?|num[ée]ro|vol\\.?|nr\\.?)(?:\\s+|(?=\\d))[\\divxlc]+\\b.{0,40}",
        "\\d{1,3}",
        // The name of a paper, and not the end of a line of text: on page 4.
        ".{3,40}\\W(?<!(?:^|\\W)(?:on|at|in|of|to|from|and|see|auf|von|aus|und|en|à|la|sur|the|der) )(?:page|seite) \\d{1,3}",
        "[(\\[](?:continued|contd?\\.?|suite|fortsetzung)\\b.{0,40}",
        "(?:continued|contd?\\.?|suite|fortsetzung)[ .…:)\\]]*",
        "(?:prix|price|preis|telephone|t[ée]l[ée]phone)\\b(?=.*\\d|.*(?:penny|pence|cents?|centimes?|pfennig)).{0,40}",
        "(?:one penny|twopence|abonnements?)\\b.{0,40}",
      ].join("|")})$`,
      "i",
    ),
);

export const latin = once(
  (): LanguageTable => ({
    spaced: true,
    headlines: "phrases",
    curlyQuotes: false,
    headlineCommas: true,
    furniture: { test: (line) => furniture().test(line) || isJump(line) },
    notice: /^(?:wanted|for sale|to let|lost|found|notice|avis|annonces?|bekanntmachung|anzeigen?)\b/i,
    strip: null,
    furnitureLine: null,
    noticeSign: /(?!)/,
    institution: /(?!)/,
    date: /(?!)/,
    section: sectionLine(),
    caption:
      /^(?:(?:Photo(?:graph)?s?|PHOTO(?:GRAPH)?S?|Pictures?|PICTURES?|Clichés?|CLICHÉS?|Bild|BILD|Foto|FOTO)(?: (?:by|BY) \p{Lu}| ?[:.—–])|(?:[Ff]ig(?:ure)?|FIG(?:URE)?)\. ?\d)/u,
    closing: /(?!)/,
    salute: /(?!)/,
    kicker: /(?!)/,
    note: /(?!)/,
    signsFrom: /(?!)/,
    credit: creditAtEnd(),
    column: /(?!)/,
    masthead:
      /\b(?:quotidien|journal|abonnements?|insertions?|annonces|bureaux|r[ée]daction|administration|directeur|centimes|penny|pence|price|published|established|subscriptions?|advertiser|erscheint|bezugspreis|redaktion|expedition|verlag|organ)\b/i,
    serial: /^\W*(?:\d{1,3}\W+)?(?:Feuilleton|FEUILLETON) (?:[Dd][ue]|D[UE]|der|DER|des|DES|vom|VOM)\b/,
    contact: /(?!)/,
    kickerEnd: /[:—–]$/,
    leaning: /(?!)/,
    abbreviated: endsAbbreviated,
    subtitle: /^[—–]/,
    opening: /^(?:["“«„]?\p{Lu}{2,}[ ,.]|[\p{Lu}][\p{Lu} .'-]+,[^.]{3,24}[.,]?\s*[—–-])/u,
    continuedTo: JUMP_TO,
    continuedFrom: JUMP_FROM,
    isJump,
    byline: {
      ...ONLY_CHINESE,
      agencies: [
        "Reuters",
        "Reuter",
        "Associated Press",
        "AP",
        "Havas",
        "AFP",
        "Wolff",
        "dpa",
        "UPI",
        "United Press",
      ],
      surnames: "",
      name: /(?!)/,
      newsAgencies: ["Reuters", "Associated Press", "Havas"],
      roles: [],
      dateline: /(?!)/y,
      line: bylineLine(),
      lineIsTold: false,
      signature: (line) => (isName(line) && !isPost(line) ? line.replace(/(?<=\p{L}{2})\.$/u, "") : null),
      closings: [],
    },
  }),
);
