/** What the stages ask where pages are composed: the models of the language, and the weights that are being fitted. */
import { loadEncoder, loadModel } from "../model/load.ts";
import type { Weights } from "../model/weights.ts";
import type { Tools } from "../stages/types.ts";
import type { PageLanguage } from "./pages.ts";

export function toolsWith(weights: Weights, language: PageLanguage = "zh"): Tools {
  const lang = language === "ja" ? "ja" : "zh-Hans";
  return {
    gapMark: "[…]",
    keepTypography: false,
    model: loadModel(lang),
    encoder: loadEncoder(lang),
    words: null,
    weights,
  };
}
