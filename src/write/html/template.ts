/** HTML by templates that escape: what is interpolated is text, unless a template made it. */

const MADE = Symbol("made by a template");

/** Markup that a template has made. */
export interface Markup {
  readonly [MADE]: string;
}

/** What may stand in a template: text, which is escaped; numbers; markup; lists of them; nothing. */
export type Part = string | number | Markup | null | undefined | false | readonly Part[];

/**
 * Markup from a template: html`<p title="${title}">${text}</p>`. Safe between tags and in attribute values in double quotes, and
 * nowhere else: no interpolation in names, in script or in style.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] as string;
  parts.forEach((part, i) => {
    text += said(part) + (strings[i + 1] as string);
  });
  return { [MADE]: text };
}

/** The text of a page's markup. */
export function markup(page: Markup): string {
  return page[MADE];
}

/** Script and style of pagefix's own, which go out as they are; never text from a page. */
export function own(text: string): Markup {
  return { [MADE]: text };
}

function said(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return isList(part) ? part.map(said).join("") : part[MADE];
}

function isList(part: Markup | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Marks of mark-up become entities, and what no reader of HTML may see as it is becomes a picture of it. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] as string)
    .replace(UNSEEN, (character) => picture(character.charCodeAt(0)));
}

/** Control characters but for tab and line ends; those that turn the direction of writing; halves of characters. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** ␛ for an escape; a box for what has no picture. */
function picture(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "␡";
  return code >= 0xd800 && code <= 0xdfff ? "\ufffd" : "␣";
}
