/** Who does the work: this thread, or several workers. */
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Failure, failureOf, workerProblem } from "../problems.ts";
import type * as work from "../work.ts";

export interface Crew<Task, Result> {
  /** Never rejects. */
  readonly run: (task: Task) => Promise<Result | Failure>;
  /** How many tasks keep it busy. */
  readonly inHand: number;
  readonly dismiss: () => Promise<void>;
}

/**
 * Below this a worker costs more, for starting and for compiling everything once more, than it saves: on two threads of one
 * core 400 pages took as long with two workers as with none, and 1,000 a fifth less.
 */
const FEW = 400;
/** Tasks that wait for each worker: one that takes long must not leave the others idle. */
const AHEAD = 8;

type Kind = keyof typeof work;
type TaskOf<K extends Kind> = Parameters<(typeof work)[K]>[0];
type ResultOf<K extends Kind> = Awaited<ReturnType<(typeof work)[K]>>;

/** As many workers as the machine has cores, unless there is little to do. */
export function jobsFor(tasks: number): number {
  return tasks < FEW ? 1 : availableParallelism();
}

/** @param kind what the crew is to do: a function of work.ts */
export async function hire<K extends Kind>(kind: K, jobs: number): Promise<Crew<TaskOf<K>, ResultOf<K>>> {
  return jobs === 1 ? workAlone(kind) : startWorkers(kind, jobs);
}

async function workAlone<K extends Kind>(kind: K): Promise<Crew<TaskOf<K>, ResultOf<K>>> {
  const own = (await import("../work.ts"))[kind] as unknown as (task: TaskOf<K>) => Promise<ResultOf<K>>;
  const run = async (task: TaskOf<K>): Promise<ResultOf<K>> => {
    // Between pages signals and the progress bar have their turn.
    await setImmediate();
    return own(task);
  };
  return { run, inHand: 1, dismiss: async () => {} };
}

async function startWorkers<K extends Kind>(kind: K, jobs: number): Promise<Crew<TaskOf<K>, ResultOf<K>>> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina<TaskOf<K>, ResultOf<K>>({
    filename: fileURLToPath(new URL("../../../bin/worker.js", import.meta.url)),
    name: kind,
    minThreads: jobs,
    maxThreads: jobs,
  });
  /** What ends the wait for each task in hand. */
  const waiting = new Set<(error: unknown) => void>();
  let lost: unknown = null;
  // A worker that dies takes its page with it, and another takes its place; one that cannot even start has no follower, and
  // after the last of them nobody would ever answer.
  const lookAround = (error: unknown) => {
    if (pool.threads.length > 0) return;
    lost = error;
    for (const fail of waiting) fail(error);
  };
  pool.on("error", lookAround);
  return {
    run: (task) =>
      new Promise((done) => {
        const fail = (error: unknown) => {
          waiting.delete(fail);
          done(failureOf(error, nameOf(task), workerProblem));
        };
        if (lost !== null) return fail(lost);
        waiting.add(fail);
        pool.run(task).then(
          (result) => {
            waiting.delete(fail);
            done(result);
          },
          (error) => {
            fail(error);
            lookAround(error);
          },
        );
      }),
    inHand: jobs * AHEAD,
    dismiss: () => pool.destroy(),
  };
}

/** What the user calls the page of a task. */
function nameOf(task: TaskOf<Kind>): string {
  if ("path" in task) return task.path;
  return "input" in task ? task.input.name : `line ${task.number}`;
}
