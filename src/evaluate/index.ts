/** Evaluation: what pagefix made of pages, against what they should become. */
export { MEANING, MEASURES } from "./figures.ts";
export { type Floors, heldTo, loweredInSilence, raised, readFloors } from "./floors.ts";
export { type Gold, readGold } from "./gold.ts";
export { toReportHtml } from "./html.ts";
export { type ScoredPage, scoredSets, toReportJson, toTable } from "./report.ts";
export { scorePage } from "./score.ts";
export type { AnyDocument } from "./units.ts";
