/** What the stages know of the language of a page. */
import type { Language } from "../page/types.ts";
import { JA } from "./ja.ts";
import { latin } from "./latin.ts";
import type { LanguageTable } from "./types.ts";
import { ZH, ZH_HANT } from "./zh.ts";

export {
  bringsAgency,
  isBylineAlone,
  type ParsedByline,
  parseByline,
  scanAcross,
  scanByline,
} from "./byline.ts";
export { isSalute, letterSignatures } from "./correspondence.ts";
export { type FoundCredit, findCaptionCredit, findCredit } from "./credit.ts";
export { dropCapitalGlue, dropCapitalSpace } from "./drop-capitals.ts";
export { seamText } from "./glue.ts";
export { endsInHyphen, halfAtEnd, type Lexicon } from "./hyphens.ts";
export { isDateline, isHanging, isLinking, isName, isNameOfPerson } from "./latin.ts";
export { isPost } from "./latin-bylines.ts";
export { isBareCredit, isCreditLine } from "./latin-captions.ts";
export { isImprint, isMasthead, isNameOfPaper } from "./latin-masthead.ts";
export { isDivision } from "./latin-sections.ts";
export { namesIn, partsNames } from "./names-in.ts";
export { isNoticeHeading } from "./notice.ts";
export { inDigits } from "./page-numbers.ts";
export { endsSigned, type FoundSignature, findSignature } from "./signature.ts";
export { isStrip } from "./strip.ts";
export type { BylineTable, LanguageTable } from "./types.ts";

const CJK: { readonly [lang in Language]?: LanguageTable } = { "zh-Hans": ZH, "zh-Hant": ZH_HANT, ja: JA };

/** The table of a language; Korean, which parts words by spaces, and pages without letters are read by the Latin one. */
export function tableOf(lang: Language): LanguageTable {
  return CJK[lang] ?? latin();
}
