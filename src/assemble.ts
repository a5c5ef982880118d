/** The last step: a repaired page becomes a document. Nothing is decided here, only put in its place. */
import {
  findCaptionCredit,
  inDigits,
  isBareCredit,
  isBylineAlone,
  isCreditLine,
  isNoticeHeading,
  type LanguageTable,
  type ParsedByline,
  parseByline,
  tableOf,
} from "./language/index.ts";
import type {
  Article,
  BodyBlock,
  Byline,
  Caption,
  Document,
  DocumentSeam,
  DocumentWarning,
  Heading,
} from "./page/document.ts";
import { blockText, spanText } from "./page/text.ts";
import type { Block, Confidence, Edit, Line, Origin, Page, Role, Span } from "./page/types.ts";
import { lineAt, pieceFinder, placeOf } from "./page/view.ts";

/** @param edits the log to put into the document; empty for none */
export function assemble(page: Page, edits: readonly Edit[]): Document {
  const table = tableOf(page.source.lang);
  const members = new Map<number, Block[]>();
  const furniture: Block[] = [];
  for (const block of page.blocks) {
    if (block.role === "furniture" || block.article === null) furniture.push(block);
    if (block.article === null) continue;
    const own = members.get(block.article);
    if (own) own.push(block);
    else members.set(block.article, [block]);
  }
  const groups = [...members.values()];
  const idOf = new Map<Block, string>();
  groups.forEach((blocks, i) => {
    for (const block of blocks) idOf.set(block, `a${i + 1}`);
  });
  return {
    version: 1,
    source: page.source,
    articles: groups.map((blocks, i) => assembleArticle(page, blocks, `a${i + 1}`, table)),
    furniture: furniture
      .filter((block) => !isRuby(page, block))
      .map((block) => ({
        text: blockText(page, block),
        spans: spansOf(page, block),
        ...confidenceOf([block]),
      })),
    warnings: placeWarnings(page, idOf),
    edits,
  };
}

/** It was dropped, and stands in the log alone. */
function isRuby({ lines }: Page, { pieces }: Block): boolean {
  return pieces.every(({ start }) => lines[lineAt(lines, start)]?.print?.ruby === true);
}

const HEADINGS: readonly Heading[] = ["section", "kicker", "title", "subtitle"];

function assembleArticle(page: Page, blocks: readonly Block[], id: string, table: LanguageTable): Article {
  const byRole = new Map<Role, Block[]>();
  for (const block of blocks) {
    const own = byRole.get(block.role);
    if (own) own.push(block);
    else byRole.set(block.role, [block]);
  }
  const ofRole = (role: Role): readonly Block[] => byRole.get(role) ?? NONE;
  const heading = (role: Heading) =>
    ofRole(role)
      .map((block) => blockText(page, block))
      .join(" ") || null;
  const spans: { [part in Heading]?: readonly Origin[] } = {};
  const sure: { [part in Heading]?: Confidence } = {};
  for (const role of HEADINGS) {
    const own = ofRole(role);
    if (own.length > 0) spans[role] = own.flatMap((block) => spansOf(page, block));
    const { confidence } = confidenceOf(own);
    if (confidence) sure[role] = confidence;
  }
  return {
    id,
    kind: byRole.has("advert") || isHeadingAlone(page, blocks, table) ? "advert" : "article",
    section: heading("section"),
    kicker: heading("kicker"),
    title: heading("title"),
    subtitle: heading("subtitle"),
    byline: assembleByline(page, ofRole("byline"), table),
    body: blocks
      .filter(({ role }) => role === "text" || role === "subhead" || role === "advert")
      .map((block) => assembleBody(page, block)),
    captions: [...ofRole("caption"), ...ofRole("credit")].map((block) => assembleCaption(page, block, table)),
    continued: continuation(page, blocks, table),
    spans,
    ...(blocks.some(({ confidence }) => confidence) && { confidence: sure }),
  };
}

/** Whether an article is the heading of a notice whose text stands elsewhere, or was not read. */
function isHeadingAlone(page: Page, [first, ...others]: readonly Block[], table: LanguageTable): boolean {
  return first?.role === "title" && others.length === 0 && isNoticeHeading(blockText(page, first), table);
}

/** Of a part of the document that may be several blocks: no surer than the least sure of them. */
function confidenceOf(blocks: readonly Block[]): { readonly confidence?: Confidence } {
  if (!blocks.some(({ confidence }) => confidence)) return {};
  const own = blocks.flatMap(({ confidence }) => confidence ?? []);
  const memberships = own.flatMap(({ membership }) => membership ?? []);
  return {
    confidence: {
      role: Math.min(...own.map(({ role }) => role)),
      membership: memberships.length > 0 ? Math.min(...memberships) : null,
    },
  };
}

const NONE: readonly Block[] = [];

function assembleByline(page: Page, blocks: readonly Block[], table: LanguageTable): Byline | null {
  if (blocks.length === 0) return null;
  const texts = blocks.map((block) => blockText(page, block));
  const text = texts.join(" ");
  const isOne = !table.spaced && isBylineAlone(text, table.byline);
  return {
    text,
    ...(isOne ? parseByline(text, table.byline) : factsOf(texts, table)),
    spans: blocks.flatMap((block) => spansOf(page, block)),
    ...confidenceOf(blocks),
  };
}

/** One above the text and a signature below it are read each by itself; what the first does not say the next may. */
function factsOf(texts: readonly string[], table: LanguageTable): ParsedByline {
  const facts = texts.map((text) => parseByline(text, table.byline));
  const first = (fact: "agency" | "place" | "date") =>
    facts.find((own) => own[fact] !== null)?.[fact] ?? null;
  return {
    agency: first("agency"),
    place: first("place"),
    date: first("date"),
    people: facts.flatMap(({ people }) => people),
  };
}

function assembleBody(page: Page, block: Block): BodyBlock {
  const text = blockText(page, block);
  const seams = seamsOf(page, block);
  const spans = spansOf(page, block);
  const type = block.role === "subhead" ? "subhead" : "paragraph";
  const own: BodyBlock = seams.length > 0 ? { type, text, seams, spans } : { type, text, spans };
  return block.confidence ? { ...own, ...confidenceOf([block]) } : own;
}

/** Where in the text of a block its pieces meet, line ends left out. */
function seamsOf(page: Page, block: Block): DocumentSeam[] {
  const seams: DocumentSeam[] = [];
  if (block.pieces.every(({ seam }) => !seam || seam.kind === "wrap")) return seams;
  let at = 0;
  block.pieces.forEach((piece, i) => {
    const { seam } = piece;
    if (seam) at += seam.glue.length;
    if (i > 0 && seam && seam.kind !== "wrap")
      seams.push({ at, kind: seam.kind, confidence: seam.confidence });
    at += spanText(page, piece).length;
  });
  return seams;
}

function assembleCaption(page: Page, block: Block, table: LanguageTable): Caption {
  const text = blockText(page, block);
  return {
    ...creditOf(page, block, text, table),
    spans: spansOf(page, block),
    ...confidenceOf([block]),
  };
}

/** A caption and who made its picture, at its end, or in a line above or below it. */
function creditOf(
  page: Page,
  { pieces }: Block,
  text: string,
  table: LanguageTable,
): Pick<Caption, "text" | "credit"> {
  const [first, last] = [pieces[0], pieces.at(-1)].map((piece) => (piece ? spanText(page, piece) : ""));
  const isLine = (line: string | undefined) =>
    line !== undefined && (isCreditLine(line) || isBareCredit(line));
  if (table.spaced && isLine(first))
    return { text: text.slice(first?.length).trimStart(), credit: unbracketed(first ?? "") };
  const found = findCaptionCredit(text, table);
  const at = table.spaced && isLine(last) ? text.length - (last?.length ?? 0) : found?.at;
  if (at === undefined) return { text, credit: null };
  const credit = table.spaced ? unbracketed(text.slice(at)) : found?.text;
  return { text: text.slice(0, at).trimEnd(), credit: credit || null };
}

/** (Herald photo by Ann Moore): what stands in the brackets. */
function unbracketed(credit: string): string {
  return /^\s*[([](.*?)\.?[)\]]\.?\s*$/s.exec(credit)?.[1] ?? credit.trim();
}

function continuation(page: Page, blocks: readonly Block[], table: LanguageTable): Article["continued"] {
  let from: string | null = null;
  let to: string | null = null;
  for (const block of blocks) {
    const text = blockText(page, block);
    from ??= table.continuedFrom.exec(text)?.[1] ?? null;
    to = table.continuedTo.exec(text)?.[1] ?? to;
  }
  return { from: from && inDigits(from), to: to && inDigits(to) };
}

function spansOf(page: Page, block: Block): Origin[] {
  const origins: Origin[] = [];
  for (const piece of block.pieces) for (const origin of originsOf(page, piece)) origins.push(origin);
  return origins;
}

/** A span of a text; of a layout file the lines it runs over. */
function originsOf({ lines }: Page, { start, end }: Span): Origin[] {
  // Where nothing stands between two lines, the place is the line before.
  const first = lineAt(lines, start === end ? start - 1 : start);
  const origins: Origin[] = [];
  for (let i = first; i < lines.length; i++) {
    const line = lines[i] as Line;
    const place = placeOf(line);
    if (!place) return [{ start, end }];
    if (i > first && line.span.start >= end) break;
    origins.push({ id: place.id, box: place.box });
  }
  return origins;
}

function placeWarnings(page: Page, idOf: ReadonlyMap<Block, string>): DocumentWarning[] {
  const blockAt = blocksByPlace(page);
  return page.warnings.map(({ code, message, span }) => {
    const block = span && blockAt(span.start);
    return {
      code,
      message,
      span: span && (originsOf(page, span)[0] ?? span),
      article: (block && idOf.get(block)) || null,
    };
  });
}

/** The block that an offset stands in, or right behind; where it is both, the one that is read first. */
function blocksByPlace({ blocks }: Page): (offset: number) => Block | undefined {
  const piecesBefore = pieceFinder(blocks);
  return (offset) => {
    const own = piecesBefore(offset).filter(({ end }) => offset <= end);
    return blocks[Math.min(...own.map(({ block }) => block))];
  };
}
