/**
 * What the OCR engine spoiled inside a line: control characters, a space before a closing mark, spaces between all
 * the characters of a line, the space behind a drop capital, rules between columns, marks in vertical shapes; and ruby, which a reader of layout files has told. Other spaces are evidence for the stages that follow and stay until typography.
 */
import { dropCapitalSpace, tableOf } from "../language/index.ts";
import { firstCharacter, isCjk, isCjkContext, lastCharacter } from "../language/punctuation.ts";
import type { Edit, Page, Proposal, ReplaceEdit, Span } from "../page/types.ts";
import type { Tools } from "./types.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/g;
const SPACES = /[ \u00a0\u3000\t]+/g;
/** Spaces, and control characters among them: what stands on either side of both is what the eye sees. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const GAPS = /[ \u00a0\u3000\t\u0000-\u0008\u000e-\u001f\u007f-\u009f]+/g;
/** Most lines have none of either. */
const ANY_GAP = new RegExp(GAPS.source);
/** Rules between columns, at the ends of a line that was cut there, with the white between them and the text. */
const RULE_BEFORE = /^[|｜│¦]+[ \u00a0\u3000\t]*/;
/** Each run of spaces and of rules is begun once, or long runs that end in something else take the square of their length. */
const RULE_BEHIND = /(?:(?<![ \u00a0\u3000\t])[ \u00a0\u3000\t]+|(?<![ \u00a0\u3000\t|｜│¦]))[|｜│¦]+$/;
const CLOSING_MARK = /[，。、；：！？”’」』）》〉】］〕]/;
const OPENING_MARK = /[“‘「『（《〈【［〔]/;
/** Marks in the shapes that vertical text has for them, which PDFs hand on, and the marks. */
const FORMS = "︐︑︒︓︔︕︖︗︘︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈";
const MARKS = "，、。：；！？〖〗—（）｛｝〔〕【】《》〈〉「」『』［］";
const VERTICAL = /[︐-︘︱︵-﹄﹇﹈]/;
/** From this share of gaps between CJK letters on, a line is taken to be set letter by letter. */
const SPREAD = 0.5;

export function characters(page: Page, { words }: Pick<Tools, "words"> = { words: null }): Proposal {
  const spaced = tableOf(page.source.lang).spaced;
  const edits: Edit[] = [];
  for (const { span: line, print } of page.lines) {
    if (print?.ruby) {
      edits.push(dropped(line.start, page.text.slice(line.start, line.end), "ruby"));
      continue;
    }
    const { span, rules } = page.folded ? withoutRules(page.text, line) : { span: line, rules: [] };
    for (const rule of rules) edits.push(rule);
    const text = page.text.slice(span.start, span.end);
    if (VERTICAL.test(text)) edits.push(...upright(text, span.start));
    const drop = (at: number, was: string, reason: string) =>
      edits.push(dropped(span.start + at, was, reason));
    if (!ANY_GAP.test(text)) continue;
    const hasControl = text.search(CONTROL) >= 0;
    if (hasControl)
      for (const { index, 0: was } of text.matchAll(CONTROL)) drop(index, was, "control-character");
    if (spaced) {
      const at = dropCapitalSpace(text, { page: page.text, lexicon: words });
      if (at >= 0) drop(at, " ", "drop-capital");
      continue;
    }
    const spread = isSpread(hasControl ? text.replace(CONTROL, "") : text);
    for (const { index, 0: gap } of text.matchAll(GAPS)) {
      const end = index + gap.length;
      const before = lastCharacter(text.slice(Math.max(0, index - 2), index));
      const after = firstCharacter(text.slice(end, end + 2));
      const stray = CLOSING_MARK.test(after) || OPENING_MARK.test(before);
      const isCjkGap = isCjkContext(before) && isCjkContext(after);
      if (!stray && !(spread && (isCjkGap || isSpreadGap(text, index, end)))) continue;
      for (const { index: at, 0: was } of gap.matchAll(SPACES))
        drop(index + at, was, stray ? "stray-space" : "spread-letters");
    }
  }
  return { edits, warnings: [] };
}

/**
 * Whether one space of a line that is set letter by letter parts no words: 2 0 1 9 年, G D P, ( 记 者. Wider white does, and one space
 * does between two words of letters, or between digits where the line writes others without.
 */
function isSpreadGap(text: string, start: number, end: number): boolean {
  if (end - start > 1) return false;
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (!SPACED.test(before) || !SPACED.test(after)) return true;
  if (SPACED.test(text.charAt(start - 2)) || SPACED.test(text.charAt(end + 1))) return false;
  return !(DIGIT.test(before) && DIGIT.test(after) && /\d\d/.test(text));
}

const SPACED = /[0-9A-Za-z]/;
const DIGIT = /\d/;

function upright(text: string, start: number): ReplaceEdit[] {
  return [...text].flatMap((was, i, all) => {
    const at = FORMS.indexOf(was);
    if (at < 0) return [];
    const from = start + all.slice(0, i).join("").length;
    const span = { start: from, end: from + was.length };
    return [{ kind: "replace", span, was, text: MARKS.charAt(at), reason: "vertical-form" } as const];
  });
}

function dropped(start: number, was: string, reason: string): ReplaceEdit {
  return { kind: "replace", span: { start, end: start + was.length }, was, text: "", reason };
}

/** What a line holds between the rules at its ends, and the edits that drop those. */
function withoutRules(page: string, { start, end }: Span): { span: Span; rules: ReplaceEdit[] } {
  const text = page.slice(start, end);
  const before = RULE_BEFORE.exec(text)?.[0] ?? "";
  const behind = RULE_BEHIND.exec(text.slice(before.length))?.[0] ?? "";
  const span = { start: start + before.length, end: end - behind.length };
  const rules = [dropped(start, before, "column-rule"), dropped(span.end, behind, "column-rule")];
  return { span, rules: rules.filter(({ was }) => was !== "") };
}

/** Whether spaces stand between nearly all the CJK letters of a line: 全 省 工 会. */
function isSpread(text: string): boolean {
  // Four letters have more than one space between them.
  if (text.indexOf(" ") === text.lastIndexOf(" ")) return false;
  let letters = 0;
  let gaps = 0;
  let before = "";
  for (const character of text) {
    if (isCjk(character)) letters++;
    if (character === " " && isCjk(before)) gaps++;
    before = character;
  }
  return letters >= 4 && gaps >= SPREAD * (letters - 1);
}
