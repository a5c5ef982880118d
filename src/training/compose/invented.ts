/** What a page shows beside the text of its articles, invented anew for each page. */
import type { Random } from "../random.ts";
import { inventJapanese } from "./names-ja.ts";
import { inventChinese } from "./names-zh.ts";
import type { ComposedPage } from "./types.ts";

export interface Invented {
  /** Who wrote a piece; `own` where it has a line of its own, else it opens the first paragraph. */
  readonly byline: () => { readonly text: string; readonly own: boolean };
  /** A dateline of the 1930s: （重慶廿日路透電）. */
  readonly telegram: () => string;
  /** Who wrote a piece, as old papers print it. */
  readonly author: () => string;
  /** The same at the end of a piece of today. */
  readonly signature: () => string;
  /** What a caption begins with where it says that it is one. */
  readonly pictured: string;
  /** What a sentence becomes below a picture. */
  readonly captionOf: (sentence: string) => string;
  readonly credit: () => string;
  /** 下转第2版: where the page says that an article goes on. */
  readonly jump: () => string;
  readonly section: () => string;
  readonly furniture: () => string;
  /** What stands at the head of a page, in its order: date, name of the page, paper and folio, editors. */
  readonly runningHead: () => readonly string[];
  readonly notice: () => string;
  /** Frequent characters, for misreadings. */
  readonly letters: string;
}

export function invent(random: Random, lang: ComposedPage["lang"]): Invented {
  return lang === "ja" ? inventJapanese(random) : inventChinese(random, lang === "zh-Hant");
}
