/** Linear-chain decoding: the labels of a sequence that are best together, and how sure each of them is. */

export interface Chain<Label extends string> {
  readonly labels: readonly Label[];
  /** Log-odds for a label at the beginning; 0 unless named. */
  readonly starts: { readonly [label in Label]?: number };
  /** Log-odds for one label behind another; 0 unless named. */
  readonly transitions: { readonly [from in Label]?: { readonly [to in Label]?: number } };
}

/**
 * The best labels for a sequence, by Viterbi's algorithm.
 *
 * @param emissions per place, the weight in nats of each label; a label that is absent weighs 0
 */
export function bestLabels<Label extends string>(
  chain: Chain<Label>,
  emissions: readonly { readonly [label in Label]?: number }[],
): Label[] {
  const { labels } = chain;
  const steps = stepsOf(chain);
  let scores = labels.map((label) => chain.starts[label] ?? 0);
  const back: Uint8Array[] = [];
  emissions.forEach((emission, place) => {
    const from = new Uint8Array(labels.length);
    scores = labels.map((label, to) => {
      const here = emission[label] ?? 0;
      if (place === 0) return (scores[to] as number) + here;
      let best = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < labels.length; i++) {
        const score = (scores[i] as number) + ((steps[i] as number[])[to] as number);
        if (score > best) {
          best = score;
          from[to] = i;
        }
      }
      return best + here;
    });
    back.push(from);
  });
  let at = scores.indexOf(Math.max(...scores));
  const path: Label[] = [];
  for (let place = emissions.length - 1; place >= 0; place--) {
    path.push(labels[at] as Label);
    at = (back[place] as Uint8Array)[at] as number;
  }
  return path.reverse();
}

/**
 * How sure each label of a sequence is, by the forward-backward algorithm.
 *
 * @param path a label for each place
 * @returns for each place the probability of its label, whatever the others are
 */
export function certainties<Label extends string>(
  chain: Chain<Label>,
  emissions: readonly { readonly [label in Label]?: number }[],
  path: readonly Label[],
): number[] {
  const { labels } = chain;
  const steps = stepsOf(chain);
  const back = labels.map((_, to) => steps.map((row) => row[to] as number));
  const here = emissions.map((emission) => labels.map((label) => emission[label] ?? 0));
  const forward: number[][] = [];
  here.forEach((own, place) => {
    const before = forward[place - 1];
    forward.push(
      own.map((log, i) =>
        before ? log + logSumExp(before, back[i] as number[]) : log + (chain.starts[labels[i] as Label] ?? 0),
      ),
    );
  });
  let behind = labels.map(() => 0);
  const sure: number[] = new Array(path.length);
  for (let place = path.length - 1; place >= 0; place--) {
    const logs = (forward[place] as number[]).map((log, i) => log + (behind[i] as number));
    const own = logs[labels.indexOf(path[place] as Label)] as number;
    sure[place] = Math.exp(own - logSumExp(logs, ZEROS));
    const onwards = (here[place] as number[]).map((log, i) => log + (behind[i] as number));
    behind = steps.map((row) => logSumExp(onwards, row));
  }
  return sure;
}

const ZEROS: readonly number[] = new Array(32).fill(0);

function stepsOf<Label extends string>({ labels, transitions }: Chain<Label>): number[][] {
  return labels.map((from) => labels.map((to) => transitions[from]?.[to] ?? 0));
}

/** The log of the sum of the exponentials of sums. */
function logSumExp(a: readonly number[], b: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < a.length; i++) most = Math.max(most, (a[i] as number) + (b[i] as number));
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.exp((a[i] as number) + (b[i] as number) - most);
  return most + Math.log(sum);
}
