/** What each block is: a linear chain over the blocks of the page, with named features. */

import { bestLabels, certainties } from "../../model/chain.ts";
import { type ChainRole, emissionsOf, explain } from "../../model/weights.ts";
import { CERTAIN, decisionTerm, roleOf, type Settled } from "../../page/settled.ts";
import type { Block, Edit, Page, Proposal } from "../../page/types.ts";
import type { Tools } from "../types.ts";
import { roleChoices } from "./choices.ts";
import { roleFeatures } from "./features.ts";
import { rolesOfLines } from "./lines.ts";
import { openings, openingWarnings, surenessOf } from "./openings.ts";
import { withPrint } from "./print.ts";

export function roles(page: Page, tools: Tools): Proposal {
  if (!tools.model) return rolesOfLines(page, tools);
  const { model } = tools.weights.roles;
  const weights = page.lines.some(({ print }) => print) ? withPrint(model) : model;
  const { views, features } = roleFeatures(page, { model: tools.model, encoder: tools.encoder });
  const decided = views.map(({ block }) => chainRoleOf(tools.settled, block));
  const emissions = emissionsOf(features, weights);
  decided.forEach((role, i) => {
    if (role !== null) addCertainty(emissions, i * weights.labels.length + weights.labels.indexOf(role));
  });
  const labels = bestLabels(weights, emissions);
  const shares = certainties(weights, emissions);
  const sure = labels.map((label, i) => shares(i, label));
  const edits: Edit[] = [];
  const termsOf = (i: number, role: ChainRole) => [
    ...(decided[i] ? [decisionTerm(decided[i] === role)] : []),
    ...explain(features[i] as string[], role, weights),
  ];
  views.forEach(({ block }, i) => {
    const role = labels[i] as ChainRole;
    if (role === block.role) return;
    edits.push({
      kind: "label",
      block: block.id,
      was: block.role,
      role,
      certainty: Math.round(1000 * (sure[i] as number)) / 1000,
      reason: "role",
      ...(!tools.bare && { evidence: termsOf(i, role) }),
    });
  });
  const choices = tools.explain && roleChoices(views, labels, weights.labels, shares, termsOf);
  const opens = openings(shares, { labels, sure, all: tools.confidence ?? false });
  return {
    edits,
    warnings: openingWarnings(views, labels, opens),
    ...(choices && { choices }),
    ...(tools.confidence && { sureness: surenessOf(views, labels, sure, opens) }),
  };
}

/** Kickers and subtitles are headings first; which of them is which the headings stage tells. */
function chainRoleOf(settled: Settled | undefined, block: Block): ChainRole | null {
  const role = settled ? roleOf(settled, block) : null;
  return role === "kicker" || role === "subtitle" ? "title" : role;
}

function addCertainty(emissions: Float64Array, at: number): void {
  emissions[at] = (emissions[at] as number) + CERTAIN;
}
