/** What speaks for a block being what it was taken for, and for its standing in the right article. */
import { clamp, type Features } from "../model/weights.ts";
import type { Block, Page, Role, Sureness } from "../page/types.ts";
import { inPageOrder } from "../stages/articles/in-order.ts";
import type { Tools } from "../stages/types.ts";
import { textEvidence } from "./texts.ts";
import { type Told, toldBy } from "./told.ts";

export interface BlockEvidence {
  /** That its role is right. */
  readonly role: Features;
  /** That an article opens there; null where it is not the first of one. */
  readonly opening: Features | null;
  /** That it belongs with the block that opens its article. */
  readonly membership: Features;
}

/**
 * The evidence for each block of a page, in the order in which the eye meets them.
 *
 * @param page when all stages have run
 * @param sureness what the stages have said of its blocks as they were then
 */
export function blockEvidence(
  page: Page,
  sureness: readonly Sureness[],
  readers: Pick<Tools, "model" | "encoder">,
): ReadonlyMap<Block, BlockEvidence> {
  const toldOf = toldBy(sureness);
  const texts = textEvidence(page, readers);
  const found = new Map<Block, BlockEvidence>();
  const ways = new Map<number, Way>();
  let before: number | null = null;
  for (const { block, seam } of inPageOrder(page)) {
    const { article } = block;
    const way = article === null ? null : (ways.get(article) ?? { missed: 0, led: 0, blocks: 0, turns: 0 });
    if (way && article !== null) {
      if (way.blocks > 0 && before !== article) {
        way.turns++;
        way.led -= Math.log(seam?.confidence ?? 1);
      }
      ways.set(article, way);
      before = article;
    }
    if (found.has(block)) continue;
    const told = toldOf(block.id);
    const opens = way?.blocks === 0;
    if (way && !opens && !HEAD.has(block.role)) way.missed -= Math.log(1 - told.opens);
    found.set(block, {
      role: roleEvidence(block, toldOf),
      opening: opens ? openingEvidence(block, told, found.size === 0) : null,
      membership: way ? { ...wayEvidence(block, told, way), ...texts.get(block) } : {},
    });
    if (way) way.blocks++;
  }
  return found;
}

/** The way through the page from the head of an article on. */
interface Way {
  /** Nats for no other article opening on the way. */
  missed: number;
  /** Nats for the seams that led back into it. */
  led: number;
  blocks: number;
  /** How often it was left and led back to. */
  turns: number;
}

function wayEvidence({ role }: Block, told: Told, way: Way): Features {
  return {
    bias: 1,
    way: clamp(-Math.log(Math.expm1(Math.max(way.missed, LEAST))), -3, MOST),
    own: clamp(nats(1 - told.opens), -3, MOST),
    led: clamp(way.led, 0, 4),
    turns: Math.log2(1 + way.turns),
    farBehind: Math.log2(1 + way.blocks),
    movedThere: told.moved ? clamp(nats(told.elsewhere), -4, 4) : 0,
    mayMove: told.moved ? 0 : told.elsewhere,
    [`is:${role}`]: 1,
  };
}

/** Where one of these is not the first of its article, it goes on with the head of it. */
const HEAD: ReadonlySet<Role> = new Set(["section", "kicker", "title", "subtitle", "byline"]);

/** How far the word of the chain is to be trusted is another thing for each role; a role that a rule has given stands alone. */
function roleEvidence({ role, pieces }: Block, toldOf: (offset: number) => Told): Features {
  const told = pieces.map(({ start }) => toldOf(start));
  const least = told.reduce((least, it) => (it.probability < least.probability ? it : least));
  const asTaken = told.every(({ taken }) => taken === role || (taken === "title" && HEADLINE.has(role)));
  return asTaken
    ? {
        [role]: 1,
        [`${role}:sure`]: clamp(nats(least.probability), -3, MOST),
        pieces: Math.log2(pieces.length),
      }
    : { [`${role}:rule`]: 1 };
}

const HEADLINE: ReadonlySet<Role> = new Set(["kicker", "subtitle"]);

function openingEvidence({ role }: Block, { opens }: Told, atTop: boolean): Features {
  return { bias: 1, opens: clamp(nats(opens), -3, MOST), atTop: atTop ? 1 : 0, [`is:${role}`]: 1 };
}

function nats(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Most nats that a stage is believed: what it holds to be surer than one in three thousand rests on what it cannot know. */
const MOST = 8;
/** The same of a way on which nothing was missed. */
const LEAST = 1e-4;
