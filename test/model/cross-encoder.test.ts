/** The cross-encoder: a small training here, and the one for Chinese that is shipped. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { PARAGRAPH, SYMBOLS } from "../../src/model/alphabet.ts";
import {
  type CrossReader,
  OUT,
  READ,
  readAcross,
  sideOfHead,
  sideOfTail,
} from "../../src/model/cross-encoder.ts";
import { BUCKETS, type Encoder, HEAD, SIZE, TAIL } from "../../src/model/dual-encoder.ts";
import { encoderFromBytes, encoderToBytes } from "../../src/model/encoder-file.ts";
import { loadEncoder, loadModel } from "../../src/model/load.ts";
import type { LanguageModel } from "../../src/model/ngram.ts";
import { type CrossTrainer, makeCrossTrainer } from "../../src/training/cross-encoder.ts";
import { type Crossings, drawCrossings } from "../../src/training/crossings.ts";
import { randomFrom } from "../../src/training/random.ts";

/** The character that is a symbol of the alphabet below. */
const FIRST = 0x4e00;
const alphabet = new Uint16Array(0x10000).map((_, unit) =>
  unit >= FIRST && unit < FIRST + SYMBOLS ? unit - FIRST : 0,
);

/** Written for this. */
const TEXTS = [
  "今年汛期来得早，县里把预泄时间提前了十天，下游河道的堤防巡查也由每周一次改为每日两次，水库管理处的值班室昼夜有人。",
  "新馆的阅览室分上下两层，儿童借阅区设在一层，靠窗的位置留给年纪大的读者，周末还有志愿者给孩子们讲故事。",
  "三号车间改成的社区剧场上周末迎来首场演出，门外还站着不少没有票的街坊，许多老工人在舞台边合影留念。",
];

/** Texts in which each symbol is followed by the next, so that a gap shows, each from another part of the alphabet. */
const SOURCE = Array.from({ length: 12 }, (_, n) =>
  Uint16Array.from({ length: 60 }, (_, i) => 100 + 120 * n + i),
);
const BATCH = 64;

async function trained(steps: number): Promise<{ trainer: CrossTrainer; losses: number[] }> {
  const random = randomFrom(3);
  const trainer = await makeCrossTrainer(BATCH, random);
  const losses = Array.from({ length: steps }, () =>
    trainer.step(drawCrossings(SOURCE, BATCH, random), 0.003),
  );
  return { trainer, losses };
}

/** A side of a dual encoder, which stands in the same file. */
function emptyEncoder(near: number): Encoder {
  return {
    near: new Int8Array(near * SYMBOLS * SIZE),
    pairs: new Int8Array(BUCKETS * SIZE),
    units: { near: 1, pairs: 1 },
    bias: new Float32Array(SIZE),
    dense: new Float32Array(SIZE * SIZE),
  };
}

let trainer: CrossTrainer;
let losses: number[];
/** What was trained, as the file holds it. */
let own: CrossReader;

beforeAll(async () => {
  ({ trainer, losses } = await trained(100));
  const usual = new Float32Array(SIZE);
  const cross = trainer.encoder;
  const bytes = encoderToBytes({
    tail: emptyEncoder(TAIL.near),
    head: emptyEncoder(HEAD.near),
    usual,
    cross,
  });
  own = encoderFromBytes(Uint8Array.from(bytes)).cross as CrossReader;
}, 60_000);

test("a training begins at what knowing nothing costs and learns what goes on where", () => {
  expect(losses[0]).toBeGreaterThan(1.2);
  expect(losses[0]).toBeLessThan(1.7);
  expect(losses.at(-1)).toBeLessThan(0.7);
});

test("the same seed gives the same", async () => {
  expect((await trained(3)).losses).toEqual(losses.slice(0, 3));
}, 60_000);

test("heads are of the text, of the text further on, and of another cut", () => {
  const { tails, heads, count } = drawCrossings(SOURCE, 400, randomFrom(5));
  let onward = 0;
  let further = 0;
  for (let n = 0; n < count; n++) {
    const last = tails[n * READ] as number;
    if (heads[n * READ] === last + 1) onward++;
    const lost = (heads[(count + n) * READ] as number) - last - 1;
    if (lost >= 1 && lost <= 40) further++;
    expect(heads.slice((2 * count + ((n + 1) % count)) * READ).at(0)).toBe(heads[n * READ]);
  }
  // Some are misread.
  expect(onward).toBeGreaterThan(380);
  expect(further).toBeGreaterThan(380);
});

function textOf(symbols: Uint16Array): string {
  return String.fromCharCode(...[...symbols].map((symbol) => FIRST + symbol));
}

test("the kernel reads from the file what the training reads, but for the rounding of its tables", () => {
  const crossings: Crossings = drawCrossings(SOURCE, BATCH, randomFrom(9));
  const out = trainer.read(crossings);
  let difference = 0;
  let spread = 0;
  for (let n = 0; n < 3 * BATCH; n++) {
    const t = n % BATCH;
    const tail = textOf(crossings.tails.slice(t * READ, (t + 1) * READ).reverse());
    const head = textOf(crossings.heads.slice(n * READ, (n + 1) * READ));
    const read = readAcross(own, sideOfTail(own, alphabet, tail), sideOfHead(own, alphabet, head));
    difference += Math.abs(read.whole - (out[n * OUT] as number));
    difference += Math.abs(read.own - (out[n * OUT + 1] as number));
    spread += Math.abs(out[n * OUT] as number) + Math.abs(out[n * OUT + 1] as number);
  }
  expect(difference).toBeLessThan(0.05 * spread);
});

test("what is not there is read as the edge of a paragraph", () => {
  const edge = String.fromCharCode(FIRST + PARAGRAPH);
  const text = textOf(Uint16Array.of(200, 201, 202));
  expect(sideOfTail(own, alphabet, text)).toEqual(sideOfTail(own, alphabet, edge.repeat(READ - 3) + text));
  expect(sideOfHead(own, alphabet, text)).toEqual(sideOfHead(own, alphabet, text + edge.repeat(READ - 3)));
  expect(sideOfHead(own, alphabet, "")).toEqual(sideOfHead(own, alphabet, edge.repeat(READ)));
});

describe("the one for Chinese", () => {
  const shipped = loadEncoder("zh-Hans")?.cross as CrossReader;
  const { alphabet: zh } = loadModel("zh-Hans") as LanguageModel;
  const whole = (tail: string, head: string) =>
    readAcross(shipped, sideOfTail(shipped, zh, tail), sideOfHead(shipped, zh, head)).whole;

  test("tells most cuts from gaps, wherever a text is cut", () => {
    let cuts = 0;
    let told = 0;
    for (const text of TEXTS)
      for (let at = 10; at + 14 < text.length; at++) {
        const [tail, head, further] = [text.slice(0, at), text.slice(at), text.slice(at + 7)];
        cuts++;
        if (whole(tail, head) > whole(tail, further)) told++;
      }
    expect(told / cuts).toBeGreaterThan(0.75);
  });
});
