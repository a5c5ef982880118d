/**
 * Tasks that wait go to the workers several at a time. A message costs both sides about a tenth of a millisecond, which is
 * little beside a long page and a tenth of a short one; so a message asks for a certain time of work.
 */
import { type Failure, failureOf, workerProblem } from "../problems.ts";

export interface Chunked<Result> {
  readonly results: readonly Result[];
  /** What the worker took for them. */
  readonly ms: number;
}

export interface Chunks<Task, Result> {
  /** Never rejects. */
  readonly run: (task: Task) => Promise<Result | Failure>;
  /** How many tasks a message holds by now. */
  readonly size: () => number;
}

/** Of work in a message; as long as a signal waits for it, at least. */
const MS = 50;
const MOST = 64;
/** Messages on their way for each worker, so that none waits for the next. */
const AT_ONCE = 2;

/**
 * @param send has a worker do tasks; rejects where the worker dies of one
 * @param nameOf for messages
 */
export function inChunks<Task, Result>(
  send: (tasks: readonly Task[]) => Promise<Chunked<Result>>,
  workers: number,
  nameOf: (task: Task) => string,
): Chunks<Task, Result> {
  type Waiting = { readonly task: Task; readonly done: (result: Result | Failure) => void };
  const waiting: Waiting[] = [];
  let sent = 0;
  let size = 1;
  const go = async (chunk: readonly Waiting[]): Promise<void> => {
    try {
      const { results, ms } = await send(chunk.map(({ task }) => task));
      // By halves, since pages differ.
      const fitting = Math.round((MS * chunk.length) / Math.max(ms, 1));
      size = Math.max(1, Math.min(MOST, Math.round((size + fitting) / 2)));
      chunk.forEach(({ done }, i) => {
        done(results[i] as Result);
      });
    } catch (error) {
      const [only, ...others] = chunk;
      if (only && others.length === 0) only.done(failureOf(error, nameOf(only.task), workerProblem));
      // One of them has ended the worker; the others are not to fail with it.
      else for (const each of chunk) await go([each]);
    }
  };
  const flush = () => {
    while (sent < workers * AT_ONCE && waiting.length > 0) {
      sent++;
      void go(waiting.splice(0, size)).then(() => {
        sent--;
        flush();
      });
    }
  };
  return {
    run: (task) =>
      new Promise((done) => {
        waiting.push({ task, done });
        flush();
      }),
    size: () => size,
  };
}
