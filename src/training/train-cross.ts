/** `npm run train:cross -- zh [MILLIONS]`: the cross-encoder of a language, from the training texts, into the file of its dual encoder. */
import { readFileSync, writeFileSync } from "node:fs";
import { OUT } from "../model/cross-encoder.ts";
import { encoderFromBytes, encoderToBytes } from "../model/encoder-file.ts";
import { writeChecksums } from "./checksums.ts";
import { makeCrossTrainer } from "./cross-encoder.ts";
import { drawCrossings } from "./crossings.ts";
import { type Source, sourcesOf } from "./cuts.ts";
import { randomFrom } from "./random.ts";

/** Cuts of a batch, and batches that it is tried on. */
const BATCH = 512;
const TRIED = 12;
/** Of the steps of Adam: at the beginning, and what share of it is left at the end. */
const RATE = 0.002;
const LEAST = 0.01;
/** Share of the cuts that may be taken for gaps. */
const WRONG = 0.025;

const [
  language = "zh",
  millions = "16",
  folder = "../shared/corpus",
  file = `src/model/weights/${language}.encoder.bin`,
] = process.argv.slice(2);
const { sources, unseen } = sourcesOf(language, folder);
const random = randomFrom(1);
const { encoder, step, read } = await makeCrossTrainer(BATCH, random);
const batches = Math.round((Number(millions) * 1e6) / BATCH);
let loss = 2 * Math.LN2;
const began = performance.now();
for (let batch = 0; batch < batches; batch++) {
  const rate = RATE * (LEAST + (1 - LEAST) * 0.5 * (1 + Math.cos((Math.PI * batch) / batches)));
  loss += 0.01 * (step(drawCrossings(random.pick(sources), BATCH, random), rate) - loss);
  if (batch % 1000 === 999 || batch === batches - 1) report(batch + 1);
}
const bytes = encoderToBytes({ ...encoderFromBytes(new Uint8Array(readFileSync(file))), cross: encoder });
writeFileSync(file, bytes);
writeChecksums();
console.log(`${file}: ${(bytes.length / 1e6).toFixed(2)} MB`);

function report(done: number): void {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  const shares = unseen.map((source) =>
    found(source)
      .map((share) => (100 * share).toFixed(1))
      .join(" and "),
  );
  console.log(
    `${((done * BATCH) / 1e6).toFixed(2)} million cuts, ${minutes} min: loss ${loss.toFixed(3)}; gaps and other heads told, ${100 * WRONG} % of cuts taken for such: ${shares.join(", ")} %`,
  );
}

/** Share of the gaps, and of the heads of other cuts, that are told. */
function found(source: Source): number[] {
  const own = randomFrom(7);
  const groups: number[][] = [[], [], [], []];
  for (let i = 0; i < TRIED; i++) {
    const out = read(drawCrossings(source, BATCH, own));
    for (let n = 0; n < BATCH; n++) {
      groups[0]?.push(out[n * OUT] as number);
      groups[1]?.push(out[(BATCH + n) * OUT] as number);
      groups[2]?.push(out[n * OUT + 1] as number);
      groups[3]?.push(out[(2 * BATCH + n) * OUT + 1] as number);
    }
  }
  const [whole = [], gaps = [], here = [], others = []] = groups;
  return [shareBelow(gaps, whole), shareBelow(others, here)];
}

function shareBelow(wrong: readonly number[], right: readonly number[]): number {
  const threshold = [...right].sort((a, b) => a - b)[Math.floor(WRONG * right.length)] as number;
  return wrong.filter((value) => value < threshold).length / wrong.length;
}
