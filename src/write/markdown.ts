/**
 * Markdown for readers. A title is a level-two heading; section, kicker, subtitle and byline stand around it as they do
 * in print, told apart by weight. A caption is a block quote: GitHub sets it off from the text with a bar, `>` does so
 * for those who read the source, and no word has to be invented. A warning is a footnote at the part it is about.
 */
import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { Document } from "../page/document.ts";
import { type Footnote, type Footnotes, footnotesOf } from "./footnotes.ts";
import { frontMatter } from "./front-matter.ts";
import { isSaid, labelsFor } from "./labels.ts";
import { type Part, partsOf } from "./parts.ts";

/** What a reader of Markdown may ask for besides. */
export interface MarkdownOptions {
  /** Put YAML front matter with the source, its hash and the warnings on top. */
  readonly frontMatter?: boolean;
}

/**
 * GitHub-flavoured Markdown, all documents in one text. A heading of level one with name and number stands over each page
 * where there are several; furniture and the warnings about a whole page come last on it.
 * Asynchronous because the serializer is loaded on the first call only.
 */
export async function toMarkdown(
  documents: readonly Document[],
  options: MarkdownOptions = {},
): Promise<string> {
  const { serialize } = await import("./serialize.ts");
  const body = serialize(tree(documents));
  return options.frontMatter ? `${frontMatter(documents)}\n${body}` : body;
}

function tree(documents: readonly Document[]): Root {
  const children =
    documents.length === 1
      ? documents.flatMap((document) => page(document, ""))
      : documents.flatMap((document, index) => [
          pageHeading(document, index + 1),
          ...page(document, `${index + 1}-`),
        ]);
  return { type: "root", children };
}

function pageHeading({ source }: Document, number: number): RootContent {
  return heading(1, [plain(`${source.path ?? "stdin"} (${number})`)]);
}

/** Articles, furniture and the warnings that stand nowhere else, with a rule between them. */
function page(document: Document, marks: string): RootContent[] {
  const parts = document.articles.map((article) => partsOf(article, document.source.lang));
  const footnotes = footnotesOf(document, parts, marks);
  const groups: readonly RootContent[][] = [
    ...parts.map((own) => article(own, footnotes)),
    furniture(document),
    footnotes.elsewhere.map(pageNote),
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: "thematicBreak" as const }, ...group]));
}

/** What stands in no article, under a word that says so; where an article goes on stands with that already. */
function furniture({ articles, furniture: all, source }: Document): RootContent[] {
  const lines = all.filter(
    ({ text }) => text !== "" && !articles.some(({ continued }) => isSaid(text, continued)),
  );
  if (lines.length === 0) return [];
  const label = strong(plain(labelsFor(source.lang).furniture));
  return [paragraph([label]), ...lines.map(({ text }) => paragraph([plain(text)]))];
}

function strong(text: PhrasingContent): PhrasingContent {
  return { type: "strong", children: [text] };
}

function article(parts: readonly Part[], { at }: Footnotes): RootContent[] {
  const notes = parts.flatMap((part) => at.get(part) ?? []);
  const head = headOf(parts);
  return [
    ...parts.map((part) => node(part === head ? { ...part, role: "title" } : part, at.get(part) ?? [])),
    ...notes.map(definition),
  ];
}

/** Instead of a title, in this order. */
const HEADS: readonly Part["role"][] = ["title", "subtitle", "kicker", "section"];

/** What an article is headed by: where it has no title, what stands nearest to its text. */
function headOf(parts: readonly Part[]): Part | undefined {
  const role = HEADS.find((own) => parts.some((part) => part.role === own));
  return parts.find((part) => part.role === role);
}

function node(part: Part, notes: readonly Footnote[]): RootContent {
  const references = notes.map(reference);
  const text = plain(part.text);
  switch (part.role) {
    case "title":
      return heading(2, [text, ...references]);
    case "subhead":
      return heading(3, [text, ...references]);
    case "paragraph":
      return paragraph([text, ...references]);
    case "label":
    case "section":
    case "subtitle":
      return paragraph([strong(text), ...references]);
    case "kicker":
    case "byline":
    case "continuation":
      return paragraph([{ type: "emphasis", children: [text] }, ...references]);
    case "caption":
      return { type: "blockquote", children: [paragraph([...caption(part), ...references])] };
  }
}

function caption({ text, credit }: Part): PhrasingContent[] {
  if (credit === undefined) return [plain(text)];
  const by: PhrasingContent = { type: "emphasis", children: [plain(credit)] };
  return text === "" ? [by] : [plain(`${text} `), by];
}

function reference({ mark }: Footnote): PhrasingContent {
  return { type: "footnoteReference", identifier: mark };
}

function definition({ mark, message }: Footnote): RootContent {
  return { type: "footnoteDefinition", identifier: mark, children: [paragraph([plain(message)])] };
}

/** No footnote: a renderer drops those that nothing refers to. */
function pageNote(message: string): RootContent {
  return paragraph([{ type: "emphasis", children: [plain(message)] }]);
}

function heading(depth: 1 | 2 | 3, children: PhrasingContent[]): RootContent {
  return { type: "heading", depth, children };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

function plain(value: string): PhrasingContent {
  return { type: "text", value };
}
