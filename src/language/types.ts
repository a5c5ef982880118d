/** What the stages know of a language, as data. Regular expressions are anchored where they speak of a whole line. */
import type { PersonRole } from "../page/document.ts";
import type { Pattern } from "./any-of.ts";
import type { StripWords } from "./strip.ts";

export interface LanguageTable {
  /** Words are parted by spaces. */
  readonly spaced: boolean;
  /** Whether headlines are short and have no marks, or are sentences, with 、 inside and ？ or ！ at the end. */
  readonly headlines: "phrases" | "sentences";
  /** Whether quotes are “ and ”, so that a straight one stands for one of them. */
  readonly curlyQuotes: boolean;
  /** Whether they have commas; papers of the mainland part clauses by a space. */
  readonly headlineCommas: boolean;
  /** A whole line of masthead, folio, date, editors, addresses, telephone numbers, jump lines. */
  readonly furniture: Pick<Pattern, "test">;
  /** Lines of `furniture` that are told as a whole and not word by word; null where all are. */
  readonly furnitureLine: Pattern | null;
  /** What the words of a strip at the head of a page are, which `furniture` knows too; null where no words part them. */
  readonly strip: StripWords | null;
  /** The beginning of a notice or classified advert. */
  readonly notice: RegExp;
  /** What notices say and news does not: 声明作废, 特此公告. */
  readonly noticeSign: RegExp;
  /** A whole line that names an institution, which signs a notice. */
  readonly institution: RegExp;
  /** A whole line that is a date and nothing else, as letters and notices have below them. */
  readonly date: RegExp;
  /** A whole line that names a column or a page section. */
  readonly section: RegExp;
  /** A whole line that names a column which many papers have: no headline goes on from it. */
  readonly column: RegExp;
  /** The beginning of a picture caption. */
  readonly caption: RegExp;
  /** What closes a text and no caption: （待续）, （据新华社）. */
  readonly closing: RegExp;
  /** A whole line that takes leave, as letters do: 此致, 敬礼. */
  readonly salute: RegExp;
  /** A line that says who signs a letter, or where they are from, ends with this, or as `institution` does. */
  readonly signsFrom: RegExp;
  /** A whole line that names what stands beside an article and belongs to it: 编后, 新闻链接. */
  readonly note: RegExp;
  /** A photographer's credit at the end of a text. */
  readonly credit: Pattern;
  /** The same of what is known to be a caption, where that is more. */
  readonly captionCredit?: Pattern;
  /** What papers print below and beside their names: price, subscription, office, editor, how often they come out. */
  readonly masthead: RegExp;
  /** The first line of the head of a serial, under which each of its parts stands; its date and number may follow. */
  readonly serial: RegExp;
  /** Ends with a telephone number or the like: nothing goes on from it. */
  readonly contact: RegExp;
  /** A kicker ends here: what follows is the headline it leads to. */
  readonly kickerEnd: RegExp;
  /** A whole line that is a kicker by its form: it says who has issued what, and not what is new. */
  readonly kicker: RegExp;
  /** Leans on what follows: no phrase ends with it. */
  readonly leaning: RegExp;
  /** Whether the point that a text ends with belongs to an abbreviation that a sentence goes on behind; `next` is what stands there, or empty. */
  readonly abbreviated: (text: string, next: string) => boolean;
  /** The beginning of a subtitle. */
  readonly subtitle: RegExp;
  /** The beginning of text that opens a paragraph and seldom goes on from another. */
  readonly opening: RegExp;
  /** 下转第2版, continued on page 2: group 1 is where to. */
  readonly continuedTo: Pattern;
  /** 上接第1版, continued from page 1: group 1 is where from. */
  readonly continuedFrom: Pattern;
  /** Whether a line says where a text goes on or comes from, whatever stands around it: no text goes on in it, and it is in none. */
  readonly isJump: (line: string) => boolean;
  readonly byline: BylineTable;
}

export interface BylineTable {
  /** Names of agencies and of the paper's own staff, longest first. */
  readonly agencies: readonly string[];
  /** What the paper calls itself: 本报. */
  readonly own: readonly string[];
  /** What texts have at their head that begin with a dateline, with the name of a paper, with staff: it costs little to ask. */
  readonly form: { readonly wire: RegExp; readonly outlet: RegExp; readonly staff: RegExp };
  /** Agencies whose bare name on a line is a byline. */
  readonly newsAgencies: readonly string[];
  /** A paper, agency or station by the form of its name, where news or a dateline stands behind it; sticky. */
  readonly outlet: RegExp;
  /** The same where a role stands behind it, 晚报记者; sticky. */
  readonly employer: RegExp;
  /** What news it is, behind an agency or in brackets: 讯, 台北訊, with group `place`; sticky. */
  readonly origin: RegExp;
  /** A desk in the place of people, 綜合中心／; sticky. */
  readonly desk: RegExp;
  /** What stands behind the people: ／台北報導, 深圳二十日電, as groups `mark`, `place` or `from`, `date`; sticky. */
  readonly tail: RegExp;
  /** Date and 电, wherever it stands. */
  readonly sent: RegExp;
  /** Whether a word has the form of a person's name, and whether it names a place. */
  readonly isPerson: (word: string) => boolean;
  readonly isPlace: (word: string) => boolean;
  /** What follows a name that is the subject of a sentence. */
  readonly subject: RegExp;
  /** Words that stand where names do. */
  readonly notNames: RegExp;
  /** Words that stand before a name, and what they say of it, longest first. */
  readonly roles: readonly (readonly [word: string, role: PersonRole])[];
  /** First characters of family names; empty where none are known. */
  readonly surnames: string;
  /** A whole line that is a name and nothing else: of three characters, or of two with a space between. */
  readonly name: RegExp;
  /** Place and date up to 电, as groups `place`, `date`, `agency`, and `name` of who sent it; sticky. */
  readonly dateline: RegExp;
  /** A whole line that is a byline in a form of its own, with group `name`, names parted by 、, or `agency`. */
  readonly line: RegExp;
  /** Whether such a line is told by names and words, and not by its brackets alone. */
  readonly lineIsTold: boolean;
  /** The name that a line of nothing else is, the signature below an article; null where it is none or names are not known by their setting. */
  readonly signature: (line: string) => string | null;
  /** The same of a line that is known to be a byline. */
  readonly signed: (line: string) => string | null;
  /** What closes a byline set into the text, longest first: 报道, 摄影报道 … */
  readonly closings: readonly string[];
}

const NEVER = /(?!)/y;

/** What only bylines of Chinese papers have, for the tables of others. */
export const ONLY_CHINESE = {
  own: [],
  form: { wire: /(?:)/, outlet: NEVER, staff: NEVER },
  outlet: NEVER,
  employer: NEVER,
  origin: NEVER,
  desk: NEVER,
  tail: NEVER,
  sent: NEVER,
  isPerson: () => false,
  isPlace: () => false,
  subject: NEVER,
  notNames: NEVER,
  signed: () => null,
} as const;
