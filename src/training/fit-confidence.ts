/** `npm run train:confidence`: what turns the evidence for roles and articles into probabilities that hold, from composed pages. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { blockEvidence } from "../confidence/evidence.ts";
import { runStages } from "../fix.ts";
import { type ConfidenceWeights, type Features, type FeatureWeights, logOdds } from "../model/weights.ts";
import type { Block, Page, Role } from "../page/types.ts";
import type { Tools } from "../stages/types.ts";
import type { ComposedPage, Unit } from "./compose/index.ts";
import { readComposed } from "./examples.ts";
import { type GoldPage, goldPages } from "./gold-lines.ts";
import { type Example, fitLogistic, reliability } from "./logistic.ts";
import { composedPages, pageLanguage } from "./pages.ts";
import { toolsWith } from "./tools.ts";
import { readWeights, writeWeights } from "./weights-file.ts";

const RIDGE = 2;
const REAL = ["mets-bl", "mets-bnf-en", "mets-luxembourg"];
const FILES = ["page.txt", "page.alto.xml"] as const;
const QUESTIONS = ["role", "opening", "membership"] as const;
/** Set and not fitted: a byline inside a paragraph is no unit of a composed page; of those on real text 99 of 100 are right. */
const SET = { "byline:rule": 4 };
/** The last line of a caption is one, whoever made the picture. */
const PICTURE: ReadonlySet<Role> = new Set(["caption", "credit"]);

const [folder = "../shared/corpus", count = "2500", name = "zh", bench = "../shared/bench/dev"] =
  process.argv.slice(2);
const language = pageLanguage(name);
const weights = readWeights(language);
const tools: Tools = { ...toolsWith(weights, language), confidence: true };

const composed = fitted(
  composedPages(folder, "weights", Number(count), 31, language).map(examplesOfComposed),
  composedPages(folder, "validation", Math.ceil(Number(count) / 3), 32, language).map(examplesOfComposed),
);
// Pages of real papers say nothing of a language with a model.
const plain = language === "zh" ? fittedToReal(bench) : weights.confidence.plain;
writeWeights({ ...weights, confidence: { model: composed, plain } }, language);

type Question = (typeof QUESTIONS)[number];
type Examples = Readonly<Record<Question, Example[]>>;

/** What a block is printed as: its role, null where nobody says, and the article that it is in; -1 for none. */
interface Printed {
  readonly role: Role | null;
  readonly article: number;
}

function examplesOfComposed(composed: ComposedPage): Examples {
  return examplesOf(readComposed(composed), tools, (block) => {
    const { role = "furniture", article = -1 } = unitIn(block, composed) ?? {};
    return { role, article };
  });
}

/** Pages of real papers in scripts without a model; what is written holds for all of them, what is told for those left out. */
function fittedToReal(folder: string): ConfidenceWeights {
  const missing = REAL.map((set) => join(folder, set)).find((path) => !existsSync(path));
  if (missing) throw new Error(`${missing}: not found; the gold pages are not in this repository`);
  const sets = REAL.map((set) =>
    FILES.flatMap((file) => goldPages(join(folder, set), file)).map(examplesOfGold),
  );
  for (const [i, set] of sets.entries()) {
    console.log(`without ${REAL[i]}, tried on it:`);
    fitted(sets.filter((_, k) => k !== i).flat(), set);
  }
  return fitted(sets.flat(), sets.flat());
}

function examplesOfGold({ page, lines }: GoldPage): Examples {
  const plain: Tools = { ...tools, model: null, encoder: null };
  const at = new Map(page.lines.map(({ span }, i) => [span.start, lines[i] as Printed]));
  return examplesOf(page, plain, (block) => {
    const own = page.lines.filter(({ span }) =>
      block.pieces.some(({ start, end }) => span.start < end && start < span.end),
    );
    const votes = new Map<string, number>();
    for (const { span } of own) {
      const { role, article } = at.get(span.start) as Printed;
      const name = `${role} ${article}`;
      votes.set(name, (votes.get(name) ?? 0) + span.end - span.start);
    }
    const [role, article] = (mostIn(votes) ?? "text -1").split(" ");
    // What is in no article of an archive, or in an advert, has no role there that could be ours.
    const isTold = role !== "advert" && (role !== "furniture" || block.role === "furniture");
    return { role: isTold ? (role as Role) : null, article: Number(article) };
  });
}

/** The blocks of a page, and whether what was decided about each is true. */
function examplesOf(read: Page, tools: Tools, printedAs: (block: Block) => Printed): Examples {
  const { page, sureness } = runStages(read, tools);
  const examples: Examples = { role: [], opening: [], membership: [] };
  const printed = new Map(page.blocks.map((block) => [block.id, printedAs(block)]));
  const mostOf = mostArticles(page, printed);
  let before = -1;
  for (const [block, evidence] of blockEvidence(page, sureness, tools)) {
    const { role, article } = printed.get(block.id) as Printed;
    if (role !== null && !("byline:rule" in evidence.role))
      examples.role.push({ features: evidence.role, positive: isRight(block.role, role) });
    if (block.article === null || role === null) continue;
    if (evidence.opening)
      examples.opening.push({
        features: evidence.opening,
        positive: (block.role === "advert" && role === "advert") || (article >= 0 && article !== before),
      });
    // A line that says where an article goes on is of no article in a composed page.
    else if (block.role !== "furniture")
      examples.membership.push({
        features: evidence.membership,
        positive: mostOf.get(block.article) === article,
      });
    if (article >= 0) before = article;
  }
  return examples;
}

function isRight(taken: Role, role: Role): boolean {
  return role === taken || (PICTURE.has(taken) && PICTURE.has(role));
}

/** For each article the one of the page that most of its letters are of. */
function mostArticles({ blocks }: Page, printed: ReadonlyMap<number, Printed>): ReadonlyMap<number, number> {
  const letters = new Map<number, Map<number, number>>();
  for (const { id, article, pieces } of blocks) {
    const own = printed.get(id)?.article ?? -1;
    if (article === null || own < 0) continue;
    const votes = letters.get(article) ?? new Map<number, number>();
    letters.set(article, votes);
    const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
    votes.set(own, (votes.get(own) ?? 0) + length);
  }
  return new Map([...letters].map(([article, own]) => [article, mostIn(own) as number]));
}

function mostIn<Name>(votes: ReadonlyMap<Name, number>): Name | undefined {
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** @param test pages to measure on */
function fitted(train: readonly Examples[], test: readonly Examples[]): ConfidenceWeights {
  const [role, opening, membership] = QUESTIONS.map((question) => answer(question, train, test)) as [
    FeatureWeights,
    FeatureWeights,
    FeatureWeights,
  ];
  return { role, opening, membership };
}

/** The unit that most of a block is printed in. */
function unitIn({ pieces }: Block, { unitAt, units }: ComposedPage): Unit | undefined {
  const votes = new Map<number, number>();
  for (const { start, end } of pieces)
    for (let i = start; i < end; i++)
      if ((unitAt[i] as number) >= 0)
        votes.set(unitAt[i] as number, (votes.get(unitAt[i] as number) ?? 0) + 1);
  const most = mostIn(votes);
  return most === undefined ? undefined : units[most];
}

function answer(question: Question, train: readonly Examples[], test: readonly Examples[]): FeatureWeights {
  const own = train.flatMap((it) => it[question]);
  const names = [...new Set(own.flatMap(({ features }) => Object.keys(features)))];
  const fitted: Record<string, number> = {
    ...fitLogistic(own, names, RIDGE),
    ...(question === "role" && SET),
  };
  const heldOut = test.flatMap((it) => it[question]);
  const stated = heldOut.map(({ features }) => probabilityOf(features, fitted));
  const truths = heldOut.map(({ positive }) => positive);
  const { error, table } = reliability(stated, truths);
  const right = truths.filter(Boolean).length;
  console.log(
    `${question}: fitted on ${own.length}; held out ${truths.length}, ${((100 * right) / truths.length).toFixed(2)} % right; calibration error ${error.toFixed(4)}, area under the curve ${areaUnder(stated, truths).toFixed(3)}`,
  );
  console.log(table.map((line) => `  ${line.replace("seams", "blocks")}`).join("\n"));
  console.log(`  ${names.map((name) => `${name} ${fitted[name]}`).join(", ")}`);
  return fitted;
}

function probabilityOf(features: Features, own: Readonly<Record<string, number>>): number {
  return 1 / (1 + Math.exp(-logOdds(features, own)));
}

/** How often something right is held to be likelier than something wrong; ties count half. */
function areaUnder(stated: readonly number[], truths: readonly boolean[]): number {
  const order = stated.map((p, i) => ({ p, isRight: truths[i] })).sort((a, b) => a.p - b.p);
  let [rights, wrongs, pairs, next] = [0, 0, 0, 0];
  for (let i = 0; i < order.length; i = next) {
    const before = wrongs;
    for (next = i; order[next]?.p === order[i]?.p && next < order.length; next++)
      if (!order[next]?.isRight) wrongs++;
    const here = next - i - (wrongs - before);
    rights += here;
    pairs += (here * (before + wrongs)) / 2;
  }
  return pairs / Math.max(1, rights * wrongs);
}
