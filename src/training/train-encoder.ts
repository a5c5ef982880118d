/** `npm run train:encoder -- zh [MILLIONS]`: the dual encoder of a language, from the training texts. */
import { writeFileSync } from "node:fs";
import { type Encoders, HEAD, SIZE, TAIL } from "../model/dual-encoder.ts";
import { encoderToBytes } from "../model/encoder-file.ts";
import { writeChecksums } from "./checksums.ts";
import { type Cut, makeTrainer } from "./contrast.ts";
import { drawCuts, type Source, sourcesOf } from "./cuts.ts";
import { product, vectorOf } from "./encoder-vectors.ts";
import { randomFrom } from "./random.ts";

/** Cuts of a batch: each head is an alternative to all others. */
const BATCH = 256;
/** Heads that stand for any head. */
const USUAL = 64;
/** Cuts that the encoder is tried on, 16 at a time. */
const TRIED = 2048;
const CANDIDATES = 16;

const [
  language = "zh",
  millions = "9",
  folder = "../shared/corpus",
  file = `src/model/weights/${language}.encoder.bin`,
] = process.argv.slice(2);
const { sources, unseen } = sourcesOf(language, folder);
const random = randomFrom(1);
const { encoders, step } = makeTrainer(random);
const batches = Math.round((Number(millions) * 1e6) / BATCH);
let loss = Math.log(BATCH);
const began = performance.now();
for (let batch = 0; batch < batches; batch++) {
  const rate = Math.min(1, 0.02 + 1.5 * (1 - batch / batches));
  loss += 0.01 * (step(drawCuts(random.pick(sources), BATCH, random), rate) - loss);
  if (batch % 2000 === 1999 || batch === batches - 1) {
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    const shares = unseen.map((source) => `${(100 * found(source)).toFixed(1)} %`);
    console.log(
      `${(((batch + 1) * BATCH) / 1e6).toFixed(2)} million cuts, ${minutes} min: loss ${loss.toFixed(3)}, right head among ${CANDIDATES} ${shares.join(", ")}`,
    );
  }
}
const bytes = encoderToBytes(finished());
writeFileSync(file, bytes);
writeChecksums();
console.log(`${file}: ${(bytes.length / 1e6).toFixed(2)} MB`);

/** With the heads that stand for any. */
function finished(): Encoders {
  const own = randomFrom(2);
  const heads = sources
    .flatMap((source) => drawCuts(source, USUAL, own))
    .map(({ head }) => vectorOf(encoders.head, head, HEAD.near));
  const usual = new Float32Array(USUAL * SIZE);
  for (let i = 0; i < USUAL; i++) usual.set(heads[own.below(heads.length)] as Float32Array, i * SIZE);
  return { ...encoders, usual, cross: null };
}

/** Share of the cuts whose head is the best of 16 of their source and time. */
function found(source: Source): number {
  const own = randomFrom(7);
  let right = 0;
  for (let i = 0; i < TRIED; i += CANDIDATES) {
    const cuts = drawCuts(source, CANDIDATES, own);
    right += cuts.filter((cut) => isBest(cut, cuts, encoders)).length;
  }
  return right / TRIED;
}

function isBest(cut: Cut, cuts: readonly Cut[], { tail, head }: typeof encoders): boolean {
  const vector = vectorOf(tail, cut.tail, TAIL.near);
  const score = (own: Cut) => product(vector, vectorOf(head, own.head, HEAD.near), 0);
  const right = score(cut);
  return cuts.every((other) => other === cut || score(other) < right);
}
