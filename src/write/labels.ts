/** The few words that the readable formats add to a page, in the language of the page. */
import type { Language } from "../page/types.ts";

export interface Labels {
  readonly advert: string;
  /** Over what is on the page and in no article. */
  readonly furniture: string;
  readonly continuedFrom: (page: string) => string;
  readonly continuedTo: (page: string) => string;
}

const english: Labels = {
  advert: "Advertisement",
  furniture: "Masthead, date, folio",
  continuedFrom: (page) => `(Continued from ${page})`,
  continuedTo: (page) => `(Continued on ${page})`,
};

const labels: { readonly [lang in Language]: Labels } = {
  "zh-Hans": {
    advert: "广告",
    furniture: "报头、日期、版次",
    continuedFrom: (page) => `（上接${page}）`,
    continuedTo: (page) => `（下转${page}）`,
  },
  "zh-Hant": {
    advert: "廣告",
    furniture: "報頭、日期、版次",
    continuedFrom: (page) => `（上接${page}）`,
    continuedTo: (page) => `（下轉${page}）`,
  },
  ja: {
    advert: "広告",
    furniture: "題字・日付・面数",
    continuedFrom: (page) => `（${page}から続く）`,
    continuedTo: (page) => `（${page}へ続く）`,
  },
  ko: {
    advert: "광고",
    furniture: "제호·날짜·면수",
    continuedFrom: (page) => `(${page}에서 계속)`,
    continuedTo: (page) => `(${page}에 계속)`,
  },
  en: english,
  fr: {
    advert: "Annonce",
    furniture: "Titre, date, folio",
    continuedFrom: (page) => `(Suite de ${page})`,
    continuedTo: (page) => `(Suite ${page})`,
  },
  de: {
    advert: "Anzeige",
    furniture: "Titel, Datum, Seitenzahl",
    continuedFrom: (page) => `(Fortsetzung von ${page})`,
    continuedTo: (page) => `(Fortsetzung ${page})`,
  },
  und: english,
};

export function labelsFor(lang: Language): Labels {
  return labels[lang];
}

/** （下转第二版）, (Continued on Page 8): says where an article goes on, and nothing else. */
const JUMP =
  /下[转轉]|上接|[转轉接]第|続く|つづく|계속|continue|contd|turn to|^\W*(?:see|from)\b|suite|fortsetzung/i;
const LONGEST = 40;

/** Whether a line says where an article goes on that says so itself. */
export function isSaid(
  text: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): boolean {
  if (text.length > LONGEST || !JUMP.test(text)) return false;
  return [from, to].some((page) => page !== null && text.includes(page));
}
