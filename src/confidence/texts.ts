/** What the words of a text say of its standing in the right article. */
import { endsSentence } from "../language/punctuation.ts";
import { affinityOf } from "../model/dual-encoder.ts";
import { readHead, readSeam, readTail } from "../model/ngram.ts";
import { clamp, type Features } from "../model/weights.ts";
import { blockText } from "../page/text.ts";
import type { Block, Page, Role } from "../page/types.ts";
import { mattersOf } from "../stages/articles/matters.ts";
import type { Tools } from "../stages/types.ts";

/** What a text is about, and whether it goes on from what stands before it in its article. */
export function textEvidence(
  page: Page,
  readers: Pick<Tools, "model" | "encoder">,
): ReadonlyMap<Block, Features> {
  const about = page.blocks.flatMap((block) =>
    block.article === null || !TELLING.has(block.role)
      ? []
      : [{ article: block.article, block, text: blockText(page, block) }],
  );
  const { leanings } = mattersOf(about, page.lines);
  const places = new Map<number, number[]>();
  about.forEach(({ article }, place) => {
    const own = places.get(article);
    if (own) own.push(place);
    else places.set(article, [place]);
  });
  const order = [...places.keys()];
  const found = new Map<Block, Features>();
  order.forEach((article, rank) => {
    const others = order.slice(Math.max(0, rank - NEAR), rank + 1 + NEAR).filter((it) => it !== article);
    const own = places.get(article) as number[];
    const leans = leanings(article, others, own).map((sums) => clamp(Math.max(...sums, -20) / 10, -2, 3));
    let last: string | null = null;
    own.forEach((place, i) => {
      const { block, text } = about[place] as (typeof about)[number];
      const isText = block.role === "text";
      const goesOn = isText && last !== null ? flowEvidence(last, text, readers) : {};
      found.set(block, { leans: leans[i] as number, ...goesOn });
      if (isText) last = text;
    });
  });
  return found;
}

/** Whether a text goes on from the one before it, or begins anew. */
function flowEvidence(
  before: string,
  text: string,
  { model, encoder }: Pick<Tools, "model" | "encoder">,
): Features {
  const isOpen = !endsSentence(before);
  const reading = model && readSeam(model, readTail(model, before), readHead(model, text));
  return {
    openBefore: isOpen ? 1 : 0,
    akin: model && encoder ? clamp(affinityOf(encoder, model.alphabet, before, text) / 5, -2, 2) : 0,
    starts: reading ? clamp(reading.start / 5, -2, 2) : 0,
    link: reading && isOpen ? clamp(reading.link / 5, -2, 3) : 0,
  };
}

/** Articles before and behind that are looked at. */
const NEAR = 2;
/** Roles whose words say what an article is about. */
const TELLING: ReadonlySet<Role> = new Set(["text", "subhead", "title", "kicker", "subtitle"]);
