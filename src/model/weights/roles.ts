/**
 * Weights of evidence for roles, in nats: for each named feature of a block, what it says for a role (positive) or
 * against it. Set by hand; the training replaces the figures and keeps the names.
 */
import type { Role } from "../../page/types.ts";
import type { Chain } from "../chain.ts";

/** Roles that the chain tells apart; kicker, title and subtitle are headings first and told apart by the articles stage. */
export type ChainRole = Exclude<Role, "kicker" | "subtitle">;

export type RoleWeights = Readonly<Record<string, { readonly [role in ChainRole]?: number }>>;

/** Roles that only a sign of their own can give start low. */
const BIAS = { section: -4, byline: -8, credit: -8, furniture: -5, advert: -7, caption: -3, subhead: -0.5 };

export const CJK_ROLES: RoleWeights = {
  bias: BIAS,
  stops: { text: 2.5, title: -4, subhead: -4.5, section: -6, byline: -2, furniture: -1.5 },
  asks: { title: 3, subhead: 3 },
  pauses: { text: 1.5, title: -2.5, subhead: -3 },
  stopInside: { text: 2.5, title: -4, subhead: -4, section: -6 },
  commaInside: { text: 2, title: -2, subhead: -2, section: -5 },
  opensProse: { text: 3, title: -1.5, subhead: -2 },
  tiny: { text: -3, title: -0.5, subhead: 0.3, furniture: 0.5 },
  short: { text: -2, title: 1.5, subhead: 1 },
  medium: { text: -0.5, title: 1.5, subhead: -1, section: -6 },
  long: { text: 2.5, title: -2, subhead: -5, section: -9, byline: -2 },
  veryLong: {
    text: 5,
    title: -5,
    subhead: -8,
    section: -9,
    caption: -1.5,
    byline: -6,
    credit: -6,
    furniture: -3,
  },
  printedLines: { text: 1.5, title: -0.5, section: -3 },
  parts: { title: 1.5, text: -1.5, subhead: -0.3 },
  emphatic: { title: 0.5, subhead: 0.3 },
  headCloses: { text: 4, title: -3, subhead: -3, section: -4 },
  bylineOpens: { text: 7, title: -3, subhead: -3, caption: -4 },
  bylineAlone: { byline: 14, text: -2, title: -3, subhead: -3 },
  captionOpens: { caption: 7, text: -1 },
  creditEnds: { caption: 9, text: -2, title: -4, subhead: -4 },
  goesOn: { text: 4, title: -2, subhead: -2 },
  datelineCut: { text: 7, title: -4, subhead: -3 },
  creditAlone: { credit: 13, caption: -2, text: -3, title: -4, subhead: -4 },
  furniture: { furniture: 12, text: -2, title: -4, subhead: -4, section: -3 },
  notice: { advert: 11, title: -2 },
  section: { section: 6.5, title: -1, subhead: -1 },
  bracketed: { section: 5, title: -1.5 },
  beforeByline: { title: 2.5, subhead: -3, section: -2 },
  atTop: { furniture: 1.5 },
  noLetters: { furniture: 6 },
  onlyLatin: { furniture: 2, text: -1 },
};

export const SPACED_ROLES: RoleWeights = {
  bias: { ...BIAS, title: -2.5, furniture: -4, subhead: -6 },
  stops: { text: 1.2, title: -0.3 },
  pauses: { text: 1.5, title: -1.5 },
  lowerCase: { text: 3, title: -4, subhead: -4, section: -3 },
  capitals: { title: 5, text: -1.5 },
  titleCase: { title: 1 },
  tiny: { text: -1, title: 0.5 },
  short: { title: 1.5 },
  medium: { text: 0.5, title: -1 },
  long: { text: 3, title: -4, subhead: -6 },
  veryLong: { text: 6, title: -8, caption: -3, byline: -6, furniture: -4 },
  figures: { title: -2, text: 0.5, furniture: 0.5 },
  noise: { title: -4, text: 0.5, furniture: 1.5 },
  bylineAlone: { byline: 13 },
  captionOpens: { caption: 5 },
  creditEnds: { caption: 4, credit: 2 },
  creditAlone: { credit: 12 },
  furniture: { furniture: 10, title: -2 },
  notice: { advert: 0 },
  section: { section: 7 },
  noLetters: { furniture: 4, title: -4 },
  atTop: { furniture: 2 },
};

export const ROLE_CHAIN: Chain<ChainRole> = {
  labels: ["text", "title", "subhead", "section", "byline", "caption", "credit", "furniture", "advert"],
  starts: { furniture: 1, section: 0.5, title: 0.5, subhead: -3, credit: -4, caption: -1 },
  transitions: {
    text: { text: 0.5, byline: -1.5, credit: -12, subhead: -0.8, title: 0.2 },
    title: { text: 0.5, title: 0, byline: 1, subhead: -1.5, section: -2, credit: -9, furniture: -1.5 },
    subhead: {
      text: 1,
      subhead: -2,
      title: -2,
      byline: -5,
      section: -4,
      furniture: -2,
      caption: -1,
      credit: -4,
    },
    section: { title: 2.5, text: -3, subhead: -3, section: -3, byline: -2, caption: -2, credit: -4 },
    byline: { text: 1.5, title: -2, subhead: -0.5, byline: -3, section: -3 },
    caption: { credit: 5, text: 0.5, subhead: -0.5 },
    credit: { credit: -3, text: 0.3, subhead: -0.5 },
    furniture: { credit: -4, subhead: -1, byline: -2 },
    advert: { advert: -1, credit: -4 },
  },
};
