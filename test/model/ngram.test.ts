/** The language model: a small one made here, and the one for Chinese that is shipped. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { encode, PARAGRAPH, SYMBOLS } from "../../src/model/alphabet.ts";
import { loadModel } from "../../src/model/load.ts";
import { modelFromBytes, modelToBytes } from "../../src/model/model-file.ts";
import { type LanguageModel, readHead, readSeam, readTail } from "../../src/model/ngram.ts";
import type { Trie } from "../../src/model/trie.ts";
import { folding, makeAlphabet } from "../../src/training/alphabet.ts";
import { smoothAll } from "../../src/training/kneser-ney.ts";
import { pack } from "../../src/training/pack.ts";
import { freshState, read } from "../../src/training/trie-reading.ts";

const TEXTS = [
  "渡船每隔十分钟开出一班，末班船在晚上离岸。",
  "渡船每隔十分钟开出一班，孩子们最喜欢靠窗的那一排。",
  "末班船在晚上离岸，孩子们最喜欢靠窗的那一排。",
];

function smallTrie(): Trie {
  const alphabet = makeAlphabet(TEXTS, SYMBOLS, folding(false));
  const symbols = TEXTS.map((text) => {
    const own = new Uint16Array(text.length + 2).fill(PARAGRAPH);
    encode(alphabet, text, own.subarray(0, -1), 1);
    return own;
  });
  return pack(
    smoothAll(symbols, 3, () => {}),
    alphabet,
    { gains: [0, 0] },
    () => {},
  );
}

/** What the model gives to all symbols together behind a text. */
function total(model: LanguageModel, context: string): number {
  const symbols = new Uint16Array(20);
  const count = encode(model.alphabet, context, symbols, 0);
  const state = freshState(model);
  for (let i = 0; i < count; i++) read(model, state, symbols[i] as number);
  let sum = 0;
  for (let symbol = 0; symbol < SYMBOLS; symbol++) sum += Math.exp(read(model, state.slice(), symbol));
  return sum;
}

test.each(["", "国", "中国", "记者从有关部门", "窗渡"])(
  "behind “%s” the symbols share one probability",
  (context) => {
    // Costs are kept to a sixteenth of a nat: a few percent of each.
    const sum = total(loadModel("zh-Hans") as LanguageModel, context);
    expect(sum).toBeGreaterThan(0.93);
    expect(sum).toBeLessThan(1.07);
  },
);

test("an n-gram of one article alone is not kept", () => {
  const model = modelFromBytes(modelToBytes(smallTrie()));
  const seen = readSeam(model, readTail(model, "孩子们最喜"), readHead(model, "欢靠窗"));
  const once = readSeam(model, readTail(model, "晚上离岸"), readHead(model, "。"));
  expect(seen.link).toBeGreaterThan(1);
  expect(once.link).toBeLessThan(1);
});

test("a model is the same when it has been written and read", () => {
  const trie = smallTrie();
  const { alphabet, frequencies, levels, kernel } = modelFromBytes(modelToBytes(trie));
  expect({ alphabet, frequencies, levels }).toEqual(trie);
  expect(kernel.file).toEqual(modelToBytes(trie));
});

test("a file that is cut short or of another kind is refused", () => {
  const bytes = modelToBytes(smallTrie());
  expect(() => modelFromBytes(bytes.slice(0, -100))).toThrow(RangeError);
  expect(() => modelFromBytes(new Uint8Array(64))).toThrow(RangeError);
});

/** Log-probability of the symbols behind others, in nats, read one by one. */
function readOneByOne(model: LanguageModel, before: readonly number[], symbols: Uint16Array): number {
  const state = freshState(model);
  for (const symbol of before) read(model, state, symbol);
  return symbols.reduce((sum, symbol) => sum + read(model, state, symbol), 0);
}

test("the kernel reads what reading symbol by symbol reads", () => {
  const model = loadModel("zh-Hans") as LanguageModel;
  const text = fc.string({
    unit: fc.constantFrom(..."记者从有关部门获悉，。中国人民日报１a"),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, text, (tail, head) => {
      const before = new Uint16Array(12);
      const tailSymbols = [...before.subarray(0, encode(model.alphabet, tail, before, 0))];
      const own = readHead(model, head);
      const { symbols, bare } = own;
      const after = readTail(model, tail);
      const { link, start } = readSeam(model, after, own);
      expect(after.end).toBe(readOneByOne(model, tailSymbols, Uint16Array.of(PARAGRAPH)));
      if (symbols.length === 0) return;
      expect(link + bare).toBe(readOneByOne(model, tailSymbols, symbols));
      expect(start + bare).toBe(readOneByOne(model, [...tailSymbols, PARAGRAPH], symbols));
    }),
  );
});

test.each([
  ["工程放在重", "要议事日程", "经过两天的比赛"],
  ["二级以上综合医", "院实现了", "近日浙江省"],
  ["汽車故障診斷與排", "除實操考試", "近日香港特區"],
])("%s goes on in %s rather than in %s", (tail, head, other) => {
  const model = loadModel("zh-Hans") as LanguageModel;
  const before = readTail(model, tail);
  const right = readSeam(model, before, readHead(model, head));
  const wrong = readSeam(model, before, readHead(model, other));
  expect(right.link).toBeGreaterThan(wrong.link + 2);
  expect(right.link - right.start).toBeGreaterThan(0);
});

test("Traditional and Simplified, half-width and full-width are scored alike", () => {
  const model = loadModel("zh-Hant") as LanguageModel;
  const score = (tail: string, head: string) => readSeam(model, readTail(model, tail), readHead(model, head));
  expect(score("國際新聞,綜合", "報導(一)")).toEqual(score("国际新闻，综合", "报导（一）"));
});
