/** What is done to a page, and why: edits with their evidence, and the choices that were made. */
import type { Role, Seam, Span, Standing, Warning } from "./types.ts";

/** One term of a decision: its name and its weight of evidence in nats, positive in favour. */
export interface Evidence {
  readonly name: string;
  readonly weight: number;
}

interface EditBase {
  /** What kind of repair it is, as a short name: `stray-space`, `full-width`, `column` … */
  readonly reason: string;
  /** The terms of the sum that decided it, strongest first; absent where a rule leaves no doubt. */
  readonly evidence?: readonly Evidence[];
}

/** The characters at `span`, which read `was`, now read `text`. */
export interface ReplaceEdit extends EditBase {
  readonly kind: "replace";
  readonly span: Span;
  readonly was: string;
  readonly text: string;
}

/** The block ends at `end`; what follows from `at` on becomes a block of its own, with id `at`. Only white space lies between. */
export interface SplitEdit extends EditBase {
  readonly kind: "split";
  readonly block: number;
  readonly end: number;
  readonly at: number;
  /** The seam that stood there, where the cut falls between two pieces. */
  readonly seam?: Seam;
}

/** The block `head` goes on where the block `tail` ends. */
export interface JoinEdit extends EditBase {
  readonly kind: "join";
  readonly tail: number;
  readonly head: number;
  readonly seam: Seam;
  /** Role and article of the head before it joined, so that the join can be undone. */
  readonly was: Standing;
}

/** The block is a `role`, and no `was`. */
export interface LabelEdit extends EditBase {
  readonly kind: "label";
  readonly block: number;
  readonly was: Role;
  readonly role: Role;
  /** How sure the role is, from 0 to 1; only where the chain of roles gives it, which is once for a block. */
  readonly certainty?: number;
}

/** The block belongs to the article that block `article` opens. */
export interface AssignEdit extends EditBase {
  readonly kind: "assign";
  readonly block: number;
  readonly was: number | null;
  readonly article: number | null;
}

/** One repair. Edits hold all that is needed to take them back. */
export type Edit = ReplaceEdit | SplitEdit | JoinEdit | LabelEdit | AssignEdit;

/** A stretch of the page, with some of its text. */
export interface Quote extends Span {
  readonly text: string;
}

/** What may be decided about two pieces of text, or about one block. */
export type Verdict = "joined" | "apart" | "gap" | Role;

/** A decision for those who ask why: what was decided, how sure it is, what spoke for it, what came second. */
export interface Choice {
  readonly about: "seam" | "role";
  readonly decided: Verdict;
  /** That it is right, from 0 to 1. */
  readonly probability: number;
  /** The end of the tail; null where it is about one block. */
  readonly tail: Quote | null;
  /** The beginning of the head, or the block. */
  readonly head: Quote;
  /** Strongest first; of a seam positive in favour of joining (or, where a gap was decided, of a gap), of a role in favour of it. */
  readonly evidence: readonly Evidence[];
  readonly second: Alternative | null;
}

/** What came second. */
export interface Alternative {
  readonly decided: Verdict;
  readonly probability: number;
  /** The other head, where that is the difference. */
  readonly head: Quote | null;
}

/** How sure a stage is of a block, as probabilities of its own model: later ones may know better. */
export interface Sureness {
  /** Its id. */
  readonly block: number;
  /** What it was taken for, and how likely it is that. */
  readonly role?: { readonly taken: Role; readonly probability: number };
  /** How likely it is to open an article. */
  readonly opens?: number;
  /** How likely it is to belong to another article than it stands in, and whether it was moved there. */
  readonly elsewhere?: number;
  readonly moved?: boolean;
}

/** What a stage asks for: it changes nothing itself. */
export interface Proposal {
  readonly edits: readonly Edit[];
  readonly warnings: readonly Warning[];
  /** Only where it was asked to explain. */
  readonly choices?: readonly Choice[];
  /** Only where it was asked how sure it is. */
  readonly sureness?: readonly Sureness[];
}
