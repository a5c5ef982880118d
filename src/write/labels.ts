/** The few words that the readable formats add to a page, in the language of the page. */
import type { Language } from "../page/types.ts";

export interface Labels {
  readonly advert: string;
  readonly continuedFrom: (page: string) => string;
  readonly continuedTo: (page: string) => string;
}

const english: Labels = {
  advert: "Advertisement",
  continuedFrom: (page) => `(Continued from ${page})`,
  continuedTo: (page) => `(Continued on ${page})`,
};

const labels: { readonly [lang in Language]: Labels } = {
  "zh-Hans": {
    advert: "广告",
    continuedFrom: (page) => `（上接${page}）`,
    continuedTo: (page) => `（下转${page}）`,
  },
  "zh-Hant": {
    advert: "廣告",
    continuedFrom: (page) => `（上接${page}）`,
    continuedTo: (page) => `（下轉${page}）`,
  },
  ja: {
    advert: "広告",
    continuedFrom: (page) => `（${page}から続く）`,
    continuedTo: (page) => `（${page}へ続く）`,
  },
  ko: {
    advert: "광고",
    continuedFrom: (page) => `(${page}에서 계속)`,
    continuedTo: (page) => `(${page}에 계속)`,
  },
  en: english,
  fr: {
    advert: "Annonce",
    continuedFrom: (page) => `(Suite de ${page})`,
    continuedTo: (page) => `(Suite ${page})`,
  },
  de: {
    advert: "Anzeige",
    continuedFrom: (page) => `(Fortsetzung von ${page})`,
    continuedTo: (page) => `(Fortsetzung ${page})`,
  },
  und: english,
};

export function labelsFor(lang: Language): Labels {
  return labels[lang];
}
