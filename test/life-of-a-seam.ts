/**
 * The life of the seam 江|楠 of the seed page, from its bytes to the document: what the README of each folder shows of it, as it
 * is. A station is told by the comment above its block, `<!-- life: read -->`.
 */
import { readFileSync } from "node:fs";
import { fixPage } from "../src/api.ts";
import { readGold, scoredSets, scorePage } from "../src/evaluate/index.ts";
import { STAGES } from "../src/fix.ts";
import { decode, toMarkdown } from "../src/index.ts";
import { findCredit, tableOf } from "../src/language/index.ts";
import { emWidth, endsSentence } from "../src/language/punctuation.ts";
import { measureRows } from "../src/layout/measure.ts";
import { readAcross, sideOfHead, sideOfTail } from "../src/model/cross-encoder.ts";
import { affinityOf } from "../src/model/dual-encoder.ts";
import { loadEncoder, loadModel, loadWeights } from "../src/model/load.ts";
import { readHead, readSeam, readTail } from "../src/model/ngram.ts";
import { logOdds } from "../src/model/weights.ts";
import { applyEdits } from "../src/page/edits.ts";
import { blockText } from "../src/page/text.ts";
import type { Block, Edit, JoinEdit, Page, Span } from "../src/page/types.ts";
import { readText } from "../src/read/text.ts";
import { type Candidate, choose, featuresOf, judge, seamPairs } from "../src/stages/seams/index.ts";
import { joinTerms, pairWeights } from "../src/stages/seams/pair-weights.ts";
import { run } from "./cli/command.ts";

const PATH = "fixtures/seed/page.txt";

/** What each folder has to show, by its name. */
export async function lifeOfASeam(): Promise<Readonly<Record<string, string>>> {
  const bytes = readFileSync(PATH);
  const { text, encoding } = await decode(bytes);
  const cut = text.indexOf("科技有限公司、江") + "科技有限公司、江".length;
  const head = text.indexOf("楠建筑产业工人");
  const [page] = readText(text, { path: PATH, encoding, sha256: null });
  if (!page) throw new Error("no page");

  const read = [
    ...["江", "楠"].map((character) => {
      const at = character === "江" ? cut - 1 : head;
      const byte = Buffer.byteLength(text.slice(0, at));
      const hex = bytes.subarray(byte, byte + 3).toString("hex");
      return `${character}   bytes ${byte} to ${byte + 3}: ${hex.replace(/..(?!$)/g, "$& ")}   offset ${at}`;
    }),
    "",
    ...linesAround(page, cut, head).map(
      ({ span, blankBefore }) =>
        `[${span.start}, ${span.end})   empty lines above: ${blankBefore}   ${shown(text.slice(span.start, span.end))}`,
    ),
  ];

  const tools = {
    gapMark: "[…]",
    keepTypography: false,
    model: loadModel("zh-Hans"),
    encoder: loadEncoder("zh-Hans"),
    words: null,
    weights: loadWeights(),
  };
  const { model, encoder } = tools;
  if (!model || !encoder?.cross) throw new Error("no model");
  const stages: string[] = [];
  let log: readonly Edit[] = [];
  let join: JoinEdit | undefined;
  let before = page;
  let at = page;
  for (const stage of STAGES) {
    if (stage.name === "seams") before = at;
    const { edits } = stage(at, tools);
    at = applyEdits(at, edits);
    join ??= edits.find((it): it is JoinEdit => it.kind === "join" && it.head === head);
    const own = edits.filter((edit) => touches(edit, at, cut, head));
    log = [...log, ...edits];
    stages.push(`${stage.name.padEnd(10)}  ${own.length === 0 ? "–" : own.map(inWords).join("; ")}`);
  }
  if (!join) throw new Error("江|楠 is not joined");
  const { tail: tailId } = join;
  const { evidence = [], ...edit } = join;
  const { pairs, context: first } = seamPairs(before, tools);
  const { seams } = tools.weights;
  const { candidates, context } = judge(pairs, pairWeights(tools.weights, "model", false), first);
  const own = candidates.filter(({ tail }) => tail.id === tailId).sort((a, b) => b.share - a.share);
  const taken = own.find((it) => it.head.id === head);
  if (!taken || !choose(candidates).includes(taken)) throw new Error("江|楠 is not chosen");

  const tailText = taken.tail.text;
  const story = readSeam(model, readTail(model, tailText), readHead(model, taken.head.text));
  const lost = own.reduce((sum, it) => sum + it.lost, 0);
  const none = 1 - lost - own.reduce((sum, { share }) => sum + share, 0);
  const sumOf = (it: Candidate) => logOdds(featuresOf(it, context), seams.model) + it.together;
  const { cross } = encoder;
  const across = readAcross(
    cross,
    sideOfTail(cross, model.alphabet, tailText),
    sideOfHead(cross, model.alphabet, taken.head.text),
  );
  const stories = [
    `${nats(readTail(model, tailText).end)}  ¶ behind …公司、江`,
    `${nats(story.first)}  楠 behind it, against 楠 anywhere`,
    `${nats(story.link)}  楠建筑产业 behind it, against the same anywhere`,
    `${nats(story.start)}  楠建筑产业 behind ¶, against the same anywhere`,
    `${nats(affinityOf(encoder, model.alphabet, tailText, taken.head.text))}  by the dual encoder: the head behind this tail, against behind any`,
    `${nats(across.whole)}  by the cross-encoder: the head right behind this tail, against text missing between`,
    `${nats(across.own)}  the same, against the head of another cut`,
  ];
  const sum = [
    ...evidence.map(({ name, weight }) => `${nats(weight)}  ${name}`),
    `${nats(sumOf(taken))}  the sum`,
    "",
    ...own
      .filter(({ share }) => share > 0.001)
      .map(
        (it) => `${percent(it.share)}  goes on in ${it.head.text.slice(0, 8)}…  (${nats(sumOf(it)).trim()})`,
      ),
    `${percent(lost)}  goes on in one of them, with text missing between`,
    `${percent(none)}  goes on nowhere`,
  ];
  if (joinTerms(featuresOf(taken, context), seams.model, taken.together).length !== evidence.length)
    throw new Error("the log has other terms");

  const table = tableOf("zh-Hans");
  const caption = blockText(page, blockAt(page, text.indexOf("10月31日至11月1日,全省工会", cut)));
  const language = [
    `…${tailText.slice(-4)}   ends a sentence: ${endsSentence(tailText) ? "yes" : "no"}`,
    `…${caption.slice(-9)}   credit of a picture: ${findCredit(caption, table)?.text ?? "none"}`,
    `${join.seam.glue === "" ? "nothing" : JSON.stringify(join.seam.glue)} between the two: Chinese has no spaces between words`,
  ];
  const rows = measureRows(page).filter(({ line }) => linesAround(page, cut, head).includes(line));
  const layout = rows.map(
    ({ line, width, measure }) =>
      `line at ${line.span.start}: ${width} ems wide (${emWidth(text.slice(line.span.start, line.span.end))} of text), measure of its column: ${measure === 0 ? "none shows" : measure}`,
  );

  const document = fixPage(
    { text, encoding, guessed: false, badBytes: 0 },
    { path: PATH, explain: true, confidence: true },
  );
  const [article] = document.articles;
  const paragraph = article?.body.find((it) => it.text.includes("江楠建筑"));
  const seam = paragraph?.seams?.[0];
  if (!paragraph || !seam) throw new Error("no seam in the document");
  const markdown = await toMarkdown([document]);
  const where = markdown.indexOf("江楠建筑");
  const write = [
    `paragraph of ${article?.id}, ${paragraph.text.length} UTF-16 units, seams[0]: ${JSON.stringify(seam)}`,
    `text.slice(${seam.at - 3}, ${seam.at + 3}): ${paragraph.text.slice(seam.at - 3, seam.at + 3)}`,
    `spans: ${JSON.stringify(paragraph.spans)}`,
    `Markdown: …${markdown.slice(where - 8, where + 12)}…`,
  ];

  const caught = article?.captions.find(
    ({ spans }) => "start" in (spans[0] ?? {}) && (spans[0] as Span).start > cut,
  );
  const confidence = [
    `paragraph  ${JSON.stringify(paragraph.confidence)}`,
    `caption    ${JSON.stringify(caught?.confidence)}`,
  ];

  const report = run(["explain", PATH, "--all"]).stdout;
  const explained = report.split("\n\n").find((part) => part.includes("江 ┃ 楠"));

  const gold = {
    id: "seed",
    lang: "zh-Hans",
    articles: [{ body: [{ type: "paragraph", text: paragraph.text }] }],
    seams: [{ tail: "有限公司、江", head: "楠建筑产业", joined: "有限公司、江楠建筑产业", kind: "column" }],
  };
  const score = (documents: Parameters<typeof scorePage>[1]) => {
    const page = {
      id: "seed",
      set: "seed",
      score: scorePage(readGold(JSON.stringify(gold)), documents, text),
    };
    return scoredSets([page])[0]?.figures.col_r;
  };
  const apart = {
    ...document,
    articles: document.articles.map((it) => ({ ...it, body: it.body.map(cutAgain) })),
  };
  const evaluate = [
    `gold   ${JSON.stringify(gold.seams[0])}`,
    `col_r  ${score([document])} for the document; ${score([apart])} with a line end at the seam`,
  ];

  return {
    read: lines(read),
    language: lines(language),
    layout: lines(layout),
    model: lines([...stories, "", ...sum]),
    stages: lines(stages),
    page: `${JSON.stringify(edit)}\n`,
    write: lines(write),
    cli: `${explained}\n`,
    evaluate: lines(evaluate),
    confidence: lines(confidence),
  };
}

const lines = (list: readonly string[]) => list.map((line) => `${line.trimEnd()}\n`).join("");
const nats = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`.padStart(7);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7);
const shown = (text: string) => (text.length <= 18 ? text : `${text.slice(0, 6)}…${text.slice(-8)}`);

/** The two lines of the seam, and what stands between them. */
function linesAround(page: Page, cut: number, head: number) {
  return page.lines.filter(({ span }) => span.end >= cut && span.start <= head);
}

function blockAt(page: Page, offset: number): Block {
  const block = page.blocks.find((it) => it.id === offset);
  if (!block) throw new Error(`no block at ${offset}`);
  return block;
}

/** Whether an edit is about the text right before the seam, the caption, or the text right behind. */
function touches(edit: Edit, { lines: all }: Page, cut: number, head: number): boolean {
  const ids = all.filter(({ span }) => span.end >= cut && span.start <= head).map(({ span }) => span.start);
  if (edit.kind === "replace")
    return ids.includes(edit.span.start) || (edit.span.start > (ids[0] ?? 0) && edit.span.start < cut);
  return edit.kind === "join" ? ids.includes(edit.head) : ids.includes(edit.block);
}

function inWords(edit: Edit): string {
  switch (edit.kind) {
    case "replace":
      return `${edit.was} reads ${edit.text}`;
    case "label":
      return `the block at ${edit.block} is a ${edit.role}${edit.certainty === undefined ? "" : ` (${percent(edit.certainty).trim()})`}`;
    case "join":
      return `the block at ${edit.head} goes on where the block at ${edit.tail} ends`;
    case "split":
      return `the block at ${edit.block} ends at ${edit.end}`;
    case "assign":
      return `the block at ${edit.block} goes to the article that opens at ${edit.article}`;
  }
}

/** A paragraph as if its seams had been left open. */
function cutAgain<B extends { readonly text: string; readonly seams?: readonly { readonly at: number }[] }>(
  block: B,
): B {
  const at = block.seams?.[0]?.at;
  return at === undefined ? block : { ...block, text: `${block.text.slice(0, at)}\n${block.text.slice(at)}` };
}
