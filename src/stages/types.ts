/** What a stage is, and what it may ask. */
import type { DualEncoder } from "../model/dual-encoder.ts";
import type { LanguageModel } from "../model/ngram.ts";
import type { Weights } from "../model/weights.ts";
import type { KnownWords } from "../model/words.ts";
import type { Settled } from "../page/settled.ts";
import type { Page, Proposal } from "../page/types.ts";

/** A pure function from a page to the edits it proposes. */
export type Stage = (page: Page, tools: Tools) => Proposal;

export interface Tools {
  /** What stands for missing text; empty for nothing. */
  readonly gapMark: string;
  /** Leave punctuation, quotes and spacing as they were read. */
  readonly keepTypography: boolean;
  /** The language model of the page's language; null where there is none. */
  readonly model: LanguageModel | null;
  /** The dual encoder that goes with the model; null where there is none. */
  readonly encoder: DualEncoder | null;
  /** The words of the page's language; null where they are not known. */
  readonly words: KnownWords | null;
  readonly weights: Weights;
  /** Leave out of edits what spoke for them, where nobody will see it: on a page of printed lines a third of the work. */
  readonly bare?: boolean;
  /** Say what spoke for decisions and what came second, which costs a little. */
  readonly explain?: boolean;
  /** Say how sure it is of each block, which costs a little, too. */
  readonly confidence?: boolean;
  /** What people have decided about this page: certain evidence. */
  readonly settled?: Settled | undefined;
}
