/** `evidence.json`, which every fit reads whole and writes back with its own part changed. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Weights } from "../model/weights.ts";

const FILE = "src/model/weights/evidence.json";

export function readWeights(): Weights {
  return JSON.parse(readFileSync(FILE, "utf8")) as Weights;
}

export function writeWeights(weights: Weights): void {
  writeFileSync(FILE, `${JSON.stringify(weights, null, 1)}\n`);
}
