/** mdast to Markdown text, with what GitHub adds to CommonMark. Slow to load: import it only to write Markdown. */
import type { FootnoteDefinition, FootnoteReference, Root } from "mdast";
import { defaultHandlers, type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";

const footnoteReference: Handle & { peek?: () => string } = ({ identifier }: FootnoteReference) =>
  `[^${identifier}]`;
footnoteReference.peek = () => "[";

const footnoteDefinition: Handle = (node: FootnoteDefinition, _parent, state, info) => {
  const exit = state.enter("footnoteDefinition");
  const content = state.indentLines(state.containerFlow(node, info), (line, index, blank) =>
    index === 0 || blank ? line : `    ${line}`,
  );
  exit();
  return `[^${node.identifier}]: ${content}`;
};

/**
 * The library escapes every `[`, and so every gap mark: `\[…]`. pagefix writes no links and no link definitions, so brackets
 * are plain text unless what follows could make them a link, a definition or a footnote; those stay escaped.
 */
const text: Handle = (node, parent, state, info) => {
  const escaped = defaultHandlers.text(node, parent, state, info);
  return `${escaped}${info.after}`
    .replace(/\\\[(?!\^)([^[\]\\]*)\](?![[(:\\])/g, "[$1]")
    .slice(0, -info.after.length || undefined);
};

const options: Options = {
  bullet: "-",
  rule: "-",
  handlers: { footnoteReference, footnoteDefinition, text },
  // GitHub strikes out what stands between single tildes, too: 5~8日，9~10日
  unsafe: [{ character: "~", inConstruct: "phrasing" }],
};

declare module "mdast-util-to-markdown" {
  interface ConstructNameMap {
    footnoteDefinition: "footnoteDefinition";
  }
}

export function serialize(tree: Root): string {
  return toMarkdown(tree, options);
}
