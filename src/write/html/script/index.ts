/**
 * What the review does in the browser. It builds no markup from text: all text goes through `textContent`, so nothing that a page
 * says can become an element. The parts are one script, in this order.
 */
import { DECIDE } from "./decide.ts";
import { HALVES } from "./halves.ts";
import { KEYS } from "./keys.ts";
import { WHY } from "./why.ts";

export const SCRIPT = [HALVES, WHY, DECIDE, KEYS].join("");
