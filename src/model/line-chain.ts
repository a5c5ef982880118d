/**
 * What stands between two lines, decided for all lines of a stretch together. A line is running text or a heading, and
 * from one line to the next the unit goes on or another begins: a linear chain over two kinds of line, with the weights
 * on the steps. Sums forward and backward give the probability of each step given the whole stretch.
 */

/** The steps there are. A heading is whatever is no running text: headlines, labels, bylines, folios. */
export const STEPS = [
  "textGoesOn",
  "textAfterText",
  "headingAfterText",
  "headingGoesOn",
  "headingAfterHeading",
  "textAfterHeading",
] as const;
export type Step = (typeof STEPS)[number];

/** Nats for each step at one line end, in the order of `STEPS`; minus infinity for what cannot be. */
export type StepWeights = Float64Array;

/** For a line that is text and for one that is a heading, the log of a sum over the ways to read the lines on one side. */
type Sums = readonly [text: number, heading: number];

/**
 * The log-probability of each step at each line end, given all line ends of the stretch, in nats.
 */
export function readSteps(ends: readonly StepWeights[]): Float64Array[] {
  const forward: Sums[] = [[0, 0]];
  for (const [i, own] of ends.entries()) forward.push(onward(own, forward[i] as Sums));
  const backward: Sums[] = new Array(ends.length + 1);
  backward[ends.length] = [0, 0];
  for (let i = ends.length - 1; i >= 0; i--)
    backward[i] = back(ends[i] as StepWeights, backward[i + 1] as Sums);
  const total = logSum(...(forward[ends.length] as Sums));
  return ends.map((own, i) => {
    const [textBefore, headingBefore] = forward[i] as Sums;
    const [text, heading] = backward[i + 1] as Sums;
    return Float64Array.of(
      textBefore + at(own, 0) + text - total,
      textBefore + at(own, 1) + text - total,
      textBefore + at(own, 2) + heading - total,
      headingBefore + at(own, 3) + heading - total,
      headingBefore + at(own, 4) + heading - total,
      headingBefore + at(own, 5) + text - total,
    );
  });
}

/** The steps in their order again, as `STEPS` has them: to the kind of the line behind. */
function onward(own: StepWeights, [text, heading]: Sums): Sums {
  return [
    logSum(text + logSum(at(own, 0), at(own, 1)), heading + at(own, 5)),
    logSum(text + at(own, 2), heading + logSum(at(own, 3), at(own, 4))),
  ];
}

function back(own: StepWeights, [text, heading]: Sums): Sums {
  return [
    logSum(text + logSum(at(own, 0), at(own, 1)), heading + at(own, 2)),
    logSum(text + at(own, 5), heading + logSum(at(own, 3), at(own, 4))),
  ];
}

function at(weights: StepWeights, step: number): number {
  return weights[step] as number;
}

/** The log of the sum of two numbers that are given by their logs. */
function logSum(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
}

/** Whether the unit goes on at a line end. */
export interface GoingOn {
  /** Log-odds that it does. */
  readonly sum: number;
  /** The likeliest step on which it goes on, and the likeliest on which it does not. */
  readonly on: Step;
  readonly off: Step;
}

/** @param logs log-probabilities of the steps at a line end */
export function oddsOfGoingOn(logs: Float64Array): GoingOn {
  const of = (steps: readonly number[]) => ({
    log: steps.map((step) => at(logs, step)).reduce(logSum),
    step: STEPS[steps.reduce((best, step) => (at(logs, step) > at(logs, best) ? step : best))] as Step,
  });
  const on = of([0, 3]);
  const off = of([1, 2, 4, 5]);
  return { sum: on.log - off.log, on: on.step, off: off.step };
}
