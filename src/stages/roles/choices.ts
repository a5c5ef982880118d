/** Roles for those who ask why: what spoke for them, and the role that came second. */
import type { Certainties } from "../../model/chain.ts";
import type { ChainRole } from "../../model/weights.ts";
import { beginningOf } from "../../page/snippet.ts";
import type { Choice, Evidence } from "../../page/types.ts";
import type { BlockView } from "../../page/view.ts";

/** Running text that is as sure as this is not shown. */
const SURE = 0.9;
/** UTF-16 units of a block that are shown. */
const SHOWN = 40;

export function roleChoices(
  views: readonly BlockView[],
  labels: readonly ChainRole[],
  roles: readonly ChainRole[],
  shares: Certainties<ChainRole>,
  termsOf: (place: number, role: ChainRole) => readonly Evidence[],
): Choice[] {
  return views.flatMap(({ block, text }, i): Choice[] => {
    const role = labels[i] as ChainRole;
    const ranked = roles
      .map((decided) => ({ decided, probability: Math.round(1000 * shares(i, decided)) / 1000 }))
      .sort((a, b) => b.probability - a.probability);
    const own = ranked.find(({ decided }) => decided === role)?.probability ?? 0;
    const second = ranked.find(({ decided }) => decided !== role);
    if (role === "text" && own >= SURE) return [];
    const start = block.pieces[0]?.start ?? block.id;
    const end = block.pieces.at(-1)?.end ?? start;
    return [
      {
        about: "role",
        decided: role,
        probability: own,
        tail: null,
        head: { start, end, text: beginningOf(text, SHOWN) },
        evidence: termsOf(i, role),
        second: second ? { ...second, head: null } : null,
      },
    ];
  });
}
