/** Notices and classified adverts: what stands below their text is of them, or of the article that they interrupt. */
import { isNoticeHeading, type LanguageTable, tableOf } from "../../language/index.ts";
import { emWidth, endsInStopOrNote, hasMarks, isHan } from "../../language/punctuation.ts";
import { roleOf, type Settled } from "../../page/settled.ts";
import { blockText } from "../../page/text.ts";
import type { Block, Edit, Page, Role } from "../../page/types.ts";
import type { Grouping, Growing } from "./in-order.ts";

/** A notice that is being read, with what has been read of its text. */
export interface Notice {
  readonly article: Growing;
  readonly texts: readonly string[];
}

/** Widest line that names who gives notice, in ems. */
const SIGNATURE = 20;
/** Roles that such a line may have been given. */
const SIGNING: ReadonlySet<Role> = new Set(["title", "subtitle", "section", "byline", "subhead", "text"]);

/**
 * Whether a block goes on in the notice above it: by what only notices say, by who signs it and when, or because it has more in common
 * with the notice than with the article that the notice interrupts.
 *
 * @param around texts of that article, as far as they have been read
 * @param behind the block that follows
 */
export function goesOnInNotice(
  page: Page,
  block: Block,
  { notice, around, behind }: { notice: Notice; around: readonly string[]; behind: Block | undefined },
): boolean {
  const table = tableOf(page.source.lang);
  const text = blockText(page, block);
  if (block.role === "furniture") return table.date.test(text);
  if (isNoticeHeading(text, table)) return false;
  const isSigned = notice.texts.some((own) => table.noticeSign.test(own));
  if (SIGNING.has(block.role) && signs(text, table))
    return isSigned || !behind || behind.role === "advert" || table.date.test(blockText(page, behind));
  if (block.role !== "text" && !(block.role === "section" && table.noticeSign.test(text))) return false;
  if (table.noticeSign.test(text)) return true;
  const last = around.at(-1);
  if (last !== undefined && !endsInStopOrNote(last)) return false;
  return pairsOnlyIn(text, notice.texts, around) > pairsOnlyIn(text, around, notice.texts);
}

/** ▲王小红遗失身份证…, ▲李强遗失毕业证书…: notices that are listed under one heading, by their marks. */
export function isListedWith(text: string, { texts }: Notice): boolean {
  const mark = /^[▲△■□●○◆◇★☆◎]/.exec(text)?.[0];
  return mark !== undefined && texts.every((own) => own.startsWith(mark));
}

/** 江城股份有限公司董事会: a whole line that names an institution. */
function signs(text: string, table: LanguageTable): boolean {
  return emWidth(text) <= SIGNATURE && !hasMarks(text) && table.institution.test(text);
}

/** How many pairs of Han of a text stand in some texts and in none of others. */
function pairsOnlyIn(text: string, some: readonly string[], others: readonly string[]): number {
  let count = 0;
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1);
    if (!isHan(pair[0] as string) || !isHan(pair[1] as string)) continue;
    if (some.some((own) => own.includes(pair)) && !others.some((own) => own.includes(pair))) count++;
  }
  return count;
}

/** The heading of a notice is its title, wherever its text may be; what stands below it is its text. */
export function noticeEdits(
  page: Page,
  { articleOf, inNotices }: Pick<Grouping, "articleOf" | "inNotices">,
  settled: Settled | undefined,
): Edit[] {
  const table = tableOf(page.source.lang);
  const members = new Map<number, Block[]>();
  for (const block of page.blocks) {
    const id = articleOf.get(block.id)?.id;
    if (id === undefined) continue;
    const own = members.get(id);
    if (own) own.push(block);
    else members.set(id, [block]);
  }
  return [...members.values()].flatMap(([heading, ...texts]): Edit[] => {
    if (heading?.role !== "advert") return [];
    return [
      ...(isNoticeHeading(blockText(page, heading), table) ? labelled(heading, "title", settled) : []),
      ...texts.filter(({ id }) => inNotices.has(id)).flatMap((text) => labelled(text, "advert", settled)),
    ];
  });
}

function labelled(block: Block, role: Role, settled: Settled | undefined): Edit[] {
  if (settled && roleOf(settled, block) !== null) return [];
  return [{ kind: "label", block: block.id, was: block.role, role, reason: role }];
}
