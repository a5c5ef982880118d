/** `evidence.json`, and beside it what a language weighs otherwise; every fit reads all and writes it back with its own part changed. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { OWN_DECISIONS, type OwnWeights, type Weights, withOwn } from "../model/weights.ts";
import type { PageLanguage } from "./pages.ts";

const FILE = "src/model/weights/evidence.json";
/** Weights where the language has a model: what pages of that language can say anything of. */
const FITTED = "model";
const FITTED_TOO: ReadonlySet<string> = new Set([FITTED, "together", "within", "likely"]);

export function readWeights(language: PageLanguage = "zh"): Weights {
  const weights = JSON.parse(readFileSync(FILE, "utf8")) as Weights;
  const file = ownFile(language);
  return file !== null && existsSync(file)
    ? withOwn(weights, JSON.parse(readFileSync(file, "utf8")) as OwnWeights)
    : weights;
}

export function writeWeights(weights: Weights, language: PageLanguage = "zh"): void {
  const file = ownFile(language);
  writeFileSync(file ?? FILE, `${JSON.stringify(file === null ? weights : ownOf(weights), null, 1)}\n`);
}

function ownFile(language: PageLanguage): string | null {
  return language === "zh" ? null : FILE.replace("evidence", `${language}.evidence`);
}

function ownOf(weights: Weights): OwnWeights {
  return Object.fromEntries(
    OWN_DECISIONS.map((decision) => {
      const own = weights[decision];
      const fitted = Object.entries(own).filter(([name]) => !(FITTED in own) || FITTED_TOO.has(name));
      return [decision, Object.fromEntries(fitted)];
    }),
  );
}
