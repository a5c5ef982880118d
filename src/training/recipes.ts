/** What the models of a language are made of. */
interface Recipe {
  readonly sources: readonly string[];
  readonly traditional: boolean;
  readonly order: number;
  /** Least gain that keeps an n-gram, per order from 2 up; swept in MODEL.md. */
  readonly gains: readonly number[];
}

export const RECIPES: Readonly<Record<string, Recipe>> = {
  zh: {
    sources: ["zh-hans-broadcast", "zh-hans-press-1950s", "zh-hant-press"],
    traditional: true,
    order: 5,
    gains: [10, 15, 20, 25],
  },
  ja: { sources: ["ja-web-news"], traditional: false, order: 5, gains: [1, 2, 3, 4] },
};
