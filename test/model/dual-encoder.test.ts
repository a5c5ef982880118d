/** The dual encoder: a small one trained here, and the one for Chinese that is shipped. */
import { describe, expect, test } from "@jest/globals";
import { encode } from "../../src/model/alphabet.ts";
import {
  affinityOf,
  type DualEncoder,
  encodeHead,
  encodeTail,
  HEAD,
  SIZE,
  TAIL,
} from "../../src/model/dual-encoder.ts";
import { encoderFromBytes, encoderToBytes } from "../../src/model/encoder-file.ts";
import { loadEncoder, loadModel, readModelFile } from "../../src/model/load.ts";
import type { LanguageModel } from "../../src/model/ngram.ts";
import { type Cut, makeTrainer } from "../../src/training/contrast.ts";
import { product, vectorOf } from "../../src/training/encoder-vectors.ts";
import { randomFrom } from "../../src/training/random.ts";

/** Tails and heads of two symbols each; the symbols of a cut belong together and to no other. */
const CUTS: readonly Cut[] = Array.from({ length: 8 }, (_, i) => ({
  tail: Uint16Array.of(10 + i, 30 + i),
  head: Uint16Array.of(50 + i, 70 + i),
}));

function trained(steps: number) {
  const { encoders, step } = makeTrainer(randomFrom(1));
  const losses = Array.from({ length: steps }, () => step(CUTS, 1));
  return { encoders, losses };
}

const { encoders, losses } = trained(40);

function distance(a: Float32Array, b: Float32Array): number {
  return Math.hypot(...a.map((value, i) => value - (b[i] as number)));
}

describe("training", () => {
  test("begins at what knowing nothing costs and learns which head is whose", () => {
    expect(losses[0]).toBeGreaterThan(Math.log(CUTS.length) - 0.5);
    expect(losses.at(-1)).toBeLessThan(0.2);
  });

  test("is the same for the same seed", () => {
    expect(trained(3).losses).toEqual(losses.slice(0, 3));
  });
});

describe("the file", () => {
  const usual = Float32Array.from({ length: 2 * SIZE }, (_, i) => i / SIZE);
  const bytes = Uint8Array.from(encoderToBytes({ ...encoders, usual, cross: null }));

  test("holds the encoder, its tables rounded", () => {
    const read = encoderFromBytes(bytes);
    expect(read.usual).toEqual(usual);
    expect(read.tail.dense).toEqual(encoders.tail.dense);
    for (const { tail, head } of CUTS) {
      const [a, b] = [vectorOf(encoders.tail, tail, TAIL.near), vectorOf(read.tail, tail, TAIL.near)];
      expect(distance(a, b)).toBeLessThan(0.05 * distance(a, new Float32Array(SIZE)));
      const [c, d] = [vectorOf(encoders.head, head, HEAD.near), vectorOf(read.head, head, HEAD.near)];
      expect(distance(c, d)).toBeLessThan(0.05 * distance(c, new Float32Array(SIZE)));
    }
  });

  test("is the same when it is read and written", () => {
    const shipped = new Uint8Array(readModelFile("zh.encoder.bin"));
    expect(Buffer.compare(encoderToBytes(encoderFromBytes(shipped)), shipped)).toBe(0);
  });

  test("is refused where it is cut short or of another kind", () => {
    expect(() => encoderFromBytes(bytes.slice(0, -4))).toThrow(RangeError);
    expect(() => encoderFromBytes(new Uint8Array(64))).toThrow(RangeError);
  });
});

describe("the encoder for Chinese", () => {
  const encoder = loadEncoder("zh-Hans") as DualEncoder;
  const { alphabet } = loadModel("zh-Hans") as LanguageModel;
  const nats = (tail: string, head: string) => affinityOf(encoder, alphabet, tail, head);

  test.each([
    [
      "三号车间改成的社区剧场迎来首场演出，门外还站着不少没有票的街坊，他们踮着脚尖往里张望，舍不得离",
      "开。演出散场后，许多老工人在舞台边合影留念。",
      "取了去年的教训，把预泄时间提前了十天，下游河道的堤防巡查也由每周一次改为每日两次。",
    ],
    [
      "青龙水库自本月初起逐日加大下泄流量，目前水位已降到汛限以下。水库管理处主任冯立夏说，今年的调度方案吸",
      "取了去年的教训，把预泄时间提前了十天，下游河道的堤防巡查也由每周一次改为每日两次。",
      "开。演出散场后，许多老工人在舞台边合影留念。",
    ],
  ])("“…%s” goes on with its own matter", (tail, own, other) => {
    expect(nats(tail, own)).toBeGreaterThan(nats(tail, other) + 2);
  });

  test("Traditional characters are read as Simplified ones", () => {
    expect(nats("漁港的休漁期從五月開始，漁民們把漁船", "拖上岸修補")).toBeCloseTo(
      nats("渔港的休渔期从五月开始，渔民们把渔船", "拖上岸修补"),
      5,
    );
  });

  test.each(["", "渡", "三号车间改成的社区剧场迎来首场演出，门外还站着不少没有票的街坊"])(
    "the kernel makes the same vectors of “%s” as the training",
    (text) => {
      const symbols = new Uint16Array(64);
      const read = symbols.subarray(0, encode(alphabet, text, symbols, 0));
      const head = vectorOf(encoder.head, read, HEAD.near);
      const tail = vectorOf(encoder.tail, read.slice().reverse(), TAIL.near);
      expect(encodeHead(encoder, alphabet, text)).toEqual(head);
      expect(encodeTail(encoder, alphabet, text).vector).toEqual(tail);
      const { usual } = encodeTail(encoder, alphabet, text);
      expect(nats(text, text)).toBe(product(tail, head, 0) - usual);
    },
  );

  test("a language without one has none", () => {
    expect(loadEncoder("en")).toBeNull();
  });
});
