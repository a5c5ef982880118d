/** What the stages ask where pages are composed: the Chinese models, and the weights that are being fitted. */
import { loadEncoder, loadModel } from "../model/load.ts";
import type { Weights } from "../model/weights.ts";
import type { Tools } from "../stages/types.ts";

export function toolsWith(weights: Weights): Tools {
  return {
    gapMark: "[…]",
    keepTypography: false,
    model: loadModel("zh-Hans"),
    encoder: loadEncoder("zh-Hans"),
    words: null,
    weights,
  };
}
