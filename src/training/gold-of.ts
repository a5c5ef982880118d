/** The gold of a composed page, in the form that `pagefix eval` reads. */
import type { Gold, GoldArticle, GoldBlock, GoldSeam } from "../evaluate/gold.ts";
import type { ComposedPage, Unit } from "./compose/index.ts";

/** Characters of a seam that are shown on either side. */
const SHOWN = 6;

/** Characters of a unit that follow each other on the page, too. */
interface Run {
  /** From here to there in the unit. */
  readonly from: number;
  readonly to: number;
  /** Where that begins in the text of the page. */
  readonly start: number;
}

/** @returns gold, and what stands in no article */
export function goldOf(page: ComposedPage): Gold & { readonly furniture: readonly string[] } {
  const runs = runsOf(page);
  const printed = page.units.filter(({ id }) => runs.has(id));
  const numbers = [...new Set(printed.map(({ article }) => article))].filter((article) => article >= 0);
  const seams = printed.flatMap((unit) =>
    unit.role === "text" ? seamsOf(unit, runs.get(unit.id) ?? [], page.text) : [],
  );
  return {
    id: page.id,
    lang: page.lang,
    kind: "assembled",
    articles: [
      ...numbers.map((number) => articleOf(printed.filter(({ article }) => article === number))),
      ...printed.filter(({ role }) => role === "advert").map(({ text }) => advertOf(text)),
    ],
    furniture: printed.filter(({ role }) => role === "furniture").map(({ text }) => text),
    seams: seams.filter((seam) => "joined" in seam) as GoldSeam[],
    breaks: [],
    gaps: seams.filter((seam) => !("joined" in seam)),
  };
}

function articleOf(units: readonly Unit[]): GoldArticle {
  const first = (role: Unit["role"]) => units.find((unit) => unit.role === role)?.text ?? null;
  const opening = units.find((unit) => unit.opening > 0);
  return {
    kind: "article",
    section: first("section")?.replace(/^[[［【｜]|[\]］】｜]$/g, "") ?? null,
    kicker: first("kicker"),
    title: first("title"),
    subtitle: null,
    byline: first("byline") ?? opening?.text.slice(0, opening.opening) ?? null,
    body: units.flatMap(blockOf),
    captions: units.filter(({ role }) => role === "caption").map(({ text }) => ({ text, credit: null })),
  };
}

function blockOf({ role, text, opening }: Unit): GoldBlock[] {
  if (role === "subhead") return [{ type: "subhead", text }];
  return role === "text" ? [{ type: "paragraph", text: text.slice(opening).trim() }] : [];
}

function advertOf(text: string): GoldArticle {
  return { kind: "advert", title: null, body: [{ type: "paragraph", text }] };
}

/** The runs of each unit in the order of its text. */
function runsOf({ unitAt, placeAt }: ComposedPage): Map<number, Run[]> {
  const runs = new Map<number, Run[]>();
  for (let at = 0; at < unitAt.length; ) {
    const start = at;
    do at++;
    while (unitAt[at] === unitAt[start] && placeAt[at] === (placeAt[start] as number) + at - start);
    const unit = unitAt[start] as number;
    if (unit < 0) continue;
    const from = placeAt[start] as number;
    runs.set(unit, [...(runs.get(unit) ?? []), { from, to: from + at - start, start }]);
  }
  for (const own of runs.values()) own.sort((a, b) => a.from - b.from || a.to - b.to);
  return runs;
}

function seamsOf(
  { text }: Unit,
  runs: readonly Run[],
  page: string,
): (GoldSeam | Omit<GoldSeam, "joined" | "kind">)[] {
  return runs.slice(1).flatMap((head, i) => {
    const tail = runs[i] as Run;
    const sides = {
      tail: text.slice(Math.max(tail.from, tail.to - SHOWN), tail.to).trim(),
      head: text.slice(head.from, Math.min(head.to, head.from + SHOWN)).trim(),
    };
    if (sides.tail === "" || sides.head === "") return [];
    if (text.slice(tail.to, head.from).trim() !== "") return [sides];
    const joined = text.slice(Math.max(0, tail.to - SHOWN), tail.to) + text.slice(tail.to, tail.to + SHOWN);
    const between = page.slice(tail.start + tail.to - tail.from, head.start);
    const kind = head.from < tail.to ? "overlap" : between === "\n" ? "wrap" : "column";
    return [{ ...sides, joined, kind }];
  });
}
