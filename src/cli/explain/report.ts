/** What was repaired on a page and why, for a terminal: what people should look at comes first. */
import type { Document } from "../../page/document.ts";
import { beginningOf, endingOf } from "../../page/snippet.ts";
import type { Choice, Edit, Evidence } from "../../page/types.ts";
import { inWords } from "../../write/terms.ts";
import type { Paint } from "../paint.ts";
import { printable } from "../printable.ts";
import { counted } from "../summary.ts";
import { beginningIn, endIn, padded } from "./columns.ts";

/** Columns on either side of a seam. */
const SIDE = 36;
/** Below this a decision is uncertain. */
const UNCERTAIN = 0.75;
/** Terms of a sum that are shown, unless all are asked for. */
const TERMS = 6;

interface Look {
  readonly paint: Paint;
  /** Every term, every small repair. */
  readonly all: boolean;
  /** `line:column` of an offset. */
  readonly place: (offset: number) => string;
  readonly text: string;
}

export function explainPage(document: Document, look: Look): string {
  const { choices = [], edits, warnings } = document;
  const seams = choices.filter(({ about }) => about === "seam");
  const overlaps = new Set(
    edits.flatMap((edit) => (edit.kind === "join" && edit.reason === "overlap" ? [edit.head] : [])),
  );
  const isOverlap = ({ head, decided }: Choice) => decided === "joined" && overlaps.has(head.start);
  const isUncertain = ({ probability }: Choice) => probability < UNCERTAIN;
  const rest = seams.filter((it) => it.decided !== "gap" && !isOverlap(it));
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ["Gaps: text is missing", seams.filter(({ decided }) => decided === "gap").map((it) => seam(it, look))],
    ["Overlaps: what stood twice at a seam was cut", seams.filter(isOverlap).map((it) => seam(it, look))],
    [
      "Other warnings",
      warnings
        .filter(({ code }) => code !== "missing-text" && code !== "uncertain-seam")
        .map(({ code, message, span }) => {
          const where = span && "start" in span ? `${look.place(span.start)}  ` : "";
          return `  ${where}${look.paint.yellow(code)}  ${printable(message)}`;
        }),
    ],
    [
      "Uncertain: decided near even odds",
      [...rest.filter(isUncertain).map((it) => seam(it, look)), ...uncertainRoles(choices, look)],
    ],
    ["Joined", rest.filter((it) => it.decided === "joined" && !isUncertain(it)).map((it) => seam(it, look))],
    [
      "Left apart, though it might go on",
      rest.filter((it) => it.decided === "apart" && !isUncertain(it)).map((it) => seam(it, look)),
    ],
    [
      "What blocks are",
      choices.filter((it) => it.about === "role" && !isUncertain(it)).map((it) => role(it, look)),
    ],
    ["Put into another article, by what it is about", moved(edits, look)],
    ["Lines joined", lines(edits, look)],
    ["Small repairs", small(edits, look)],
  ];
  const shown = groups.filter(([, items]) => items.length > 0);
  if (shown.length === 0) return "  Nothing was repaired.\n";
  return `${shown.map(([title, items]) => `${look.paint.bold(title)}\n\n${items.join("\n")}`).join("\n\n")}\n`;
}

const DECIDED: Readonly<Record<string, string>> = { joined: "joined", apart: "left apart", gap: "a gap" };

function seam(choice: Choice, look: Look): string {
  const { paint, place } = look;
  const { tail, head, decided, second, probability } = choice;
  const colour = decided === "gap" ? paint.red : probability < UNCERTAIN ? paint.yellow : paint.green;
  const bar = { joined: "┃", apart: "¶", gap: "…" }[decided as string] ?? "┃";
  const other =
    second === null
      ? ""
      : `${percent(second.probability)} ${DECIDED[second.decided] ?? second.decided}${second.head ? ` to “${beginningIn(second.head.text, 24)}”` : ""}`;
  return [
    `  ${padded(place(head.start), 8)} ${endIn(tail?.text ?? "", SIDE)} ${colour(bar)} ${beginningIn(head.text, SIDE)}`,
    `           ${colour(`${percent(probability)} ${DECIDED[decided] ?? decided}`)}${other === "" ? "" : paint.dim(`; second ${other}`)}`,
    ...terms(choice.evidence, look),
    "",
  ].join("\n");
}

function uncertainRoles(choices: readonly Choice[], look: Look): string[] {
  return choices
    .filter((it) => it.about === "role" && it.probability < UNCERTAIN)
    .map((it) => role(it, look));
}

function role({ head, decided, second, probability, evidence }: Choice, look: Look): string {
  const { paint, place } = look;
  const colour = probability < UNCERTAIN ? paint.yellow : paint.cyan;
  const other = second === null ? "" : paint.dim(`; second ${percent(second.probability)} ${second.decided}`);
  const line = `  ${padded(place(head.start), 8)} ${beginningIn(head.text, 2 * SIDE)}`;
  const shown = look.all || probability < UNCERTAIN ? terms(evidence, look) : [];
  return [line, `           ${colour(`${percent(probability)} ${decided}`)}${other}`, ...shown].join("\n");
}

/** From the strongest to the weakest. */
function terms(evidence: readonly Evidence[], { paint, all }: Look): string[] {
  const shown = all ? evidence : evidence.slice(0, TERMS);
  const left = evidence.length - shown.length;
  return [
    ...shown.map(({ name, weight }) => {
      const nats = `${weight > 0 ? "+" : "−"}${Math.abs(weight).toFixed(2)}`.padStart(7);
      return `           ${weight > 0 ? paint.green(nats) : paint.red(nats)}  ${inWords(name)} ${paint.dim(`(${name})`)}`;
    }),
    ...(left > 0
      ? [paint.dim(`                    and ${counted(left, "weaker term")}; --all shows them`)]
      : []),
  ];
}

/** Texts that stood behind another article than their own; what moved together has its terms once. */
function moved(edits: readonly Edit[], look: Look): string[] {
  let before: Edit | undefined;
  return edits.flatMap((edit) => {
    if (edit.kind !== "assign" || edit.reason !== "matter" || edit.article === null) return [];
    const evidence = edit.evidence ?? [];
    const isFirst = JSON.stringify(before?.evidence) !== JSON.stringify(evidence);
    before = edit;
    const text = beginningOf(look.text.slice(edit.block), 60);
    return [
      `  ${padded(look.place(edit.block), 8)} ${beginningIn(text, 2 * SIDE)} → ${look.place(edit.article)}`,
      ...(isFirst ? terms(evidence, look) : []),
    ];
  });
}

/** Line ends that were closed: their number, or each. */
function lines(edits: readonly Edit[], look: Look): string[] {
  const joins = edits.filter((edit) => edit.kind === "join" && edit.seam.kind === "wrap");
  if (!look.all)
    return joins.length === 0 ? [] : [`  ${counted(joins.length, "line end")}; --all shows each`];
  return joins.flatMap((edit) => {
    if (edit.kind !== "join") return [];
    const tail = endIn(endingOf(look.text.slice(0, edit.head), 60).trimEnd(), SIDE);
    const head = beginningIn(beginningOf(look.text.slice(edit.head), 60), SIDE);
    return [
      `  ${padded(look.place(edit.head), 8)} ${tail} ${look.paint.green("↩")} ${head}\n           ${percent(edit.seam.confidence)} one text`,
      ...terms(edit.evidence ?? [], look),
    ];
  });
}

/** Characters that read otherwise: their number by kind, or each in its place. */
function small(edits: readonly Edit[], look: Look): string[] {
  const kinds = new Map<string, (Edit & { readonly kind: "replace" })[]>();
  for (const edit of edits)
    if (edit.kind === "replace") kinds.set(edit.reason, [...(kinds.get(edit.reason) ?? []), edit]);
  return [...kinds].flatMap(([reason, own]) => [
    `  ${padded(reason, 20)} ${counted(own.length, "time")}${look.all ? "" : `, as ${said(own[0])}`}`,
    ...(look.all
      ? own.map(({ span, was, text }) => {
          const before = endIn(endingOf(look.text.slice(0, span.start), 16), 16);
          const after = beginningIn(beginningOf(look.text.slice(span.end), 16), 16);
          return `  ${padded(look.place(span.start), 8)} ${before}${look.paint.red(`[${printable(was)}]`)}${look.paint.green(`[${printable(text)}]`)}${after}`;
        })
      : []),
  ]);
}

function said(edit: (Edit & { readonly kind: "replace" }) | undefined): string {
  if (!edit) return "";
  return `${quoted(edit.was)} → ${edit.text === "" ? "nothing" : quoted(edit.text)}`;
}

function quoted(text: string): string {
  return `“${printable(text)}”`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
