/** Roles without a language model, in spaced scripts: what each line was told to be before lines became blocks. */
import { type LineRole, lineRoles } from "../../headlines/line-roles.ts";
import { weigh } from "../../model/weights.ts";
import { decisionTerm, roleOf } from "../../page/settled.ts";
import type { Block, Edit, Page, Proposal, Sureness } from "../../page/types.ts";
import type { Tools } from "../types.ts";

/** A block is what its first line is. */
export function rolesOfLines(page: Page, { weights, settled, bare, confidence }: Tools): Proposal {
  const roles = lineRoles(page, weights.roles);
  const edits = page.blocks.flatMap((block): Edit[] => {
    const { id, role: was } = block;
    const decided = settled ? roleOf(settled, block) : null;
    if (decided !== null)
      return decided === was
        ? []
        : [{ kind: "label", block: id, was, role: decided, reason: "role", evidence: [decisionTerm(true)] }];
    const own = roles.get(id);
    if (!own || own.role === was) return [];
    return [
      {
        kind: "label",
        block: id,
        was,
        role: own.role,
        reason: "role",
        ...(!bare && { evidence: weigh(own.features, own.weights) }),
      },
    ];
  });
  if (!confidence) return { edits, warnings: [] };
  return {
    edits,
    warnings: [],
    sureness: page.blocks.map((block) => surenessByLine(block, roles.get(block.id))),
  };
}

/** What is not set like a heading is none; how often that is so is for the weights of confidence to say. */
function surenessByLine({ id, role }: Block, line: LineRole | undefined): Sureness {
  const inHead = line?.odds == null ? UNSEEN : 1 / (1 + Math.exp(-line.odds));
  const isHead = line?.head != null;
  return {
    block: id,
    role: { taken: line?.role ?? role, probability: isHead ? inHead : 1 - inHead },
    opens: inHead,
  };
}

/** Probability that a line opens an article that is not set like a heading. */
const UNSEEN = 0.01;
