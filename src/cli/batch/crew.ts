/** Who does the work: this thread, or several workers. */
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type SharedModels, shareModels } from "../../model/load.ts";
import type { Failure } from "../problems.ts";
import type * as work from "../work.ts";
import type { Message } from "../worker.ts";
import { type Chunked, inChunks } from "./chunks.ts";
import { compileSparingly } from "./compiler.ts";
import { sweepOften } from "./garbage.ts";

export interface Crew<Task, Result> {
  /** Never rejects. */
  readonly run: (task: Task) => Promise<Result | Failure>;
  /** How many tasks keep it busy by now. */
  readonly inHand: () => number;
  readonly dismiss: () => Promise<void>;
}

/**
 * Below this a worker costs more, for starting and for compiling everything once more, than it saves: on two threads of one
 * core 400 pages took as long with two workers as with none, and 1,000 a fifth less.
 */
const FEW = 400;
/** Messages of tasks that wait for each worker: a page that takes long must not leave the others idle. */
const AHEAD = 8;

/** Half of what V8 takes. */
const YOUNG_MB = 24;

export type Kind = keyof typeof work;
export type TaskOf<K extends Kind> = Parameters<(typeof work)[K]>[0];
export type ResultOf<K extends Kind> = Awaited<ReturnType<(typeof work)[K]>>;

/** What a worker is given when it starts. */
export interface Crewed {
  readonly models: SharedModels;
}

/** As many workers as the machine has cores, unless there is little to do. */
export function jobsFor(tasks: number): number {
  return tasks < FEW ? 1 : availableParallelism();
}

/**
 * @param kind what the crew is to do: a function of work.ts
 * @param nameOf what a task is about, for messages
 */
export async function hire<K extends Kind>(
  kind: K,
  jobs: number,
  nameOf: (task: TaskOf<K>) => string,
): Promise<Crew<TaskOf<K>, ResultOf<K>>> {
  sweepOften();
  compileSparingly();
  return jobs === 1 ? workAlone(kind) : startWorkers(kind, jobs, nameOf);
}

async function workAlone<K extends Kind>(kind: K): Promise<Crew<TaskOf<K>, ResultOf<K>>> {
  const own = (await import("../work.ts"))[kind] as unknown as (task: TaskOf<K>) => Promise<ResultOf<K>>;
  const run = async (task: TaskOf<K>): Promise<ResultOf<K>> => {
    // Between pages signals and the progress bar have their turn.
    await setImmediate();
    return own(task);
  };
  return { run, inHand: () => 1, dismiss: async () => {} };
}

async function startWorkers<K extends Kind>(
  kind: K,
  jobs: number,
  nameOf: (task: TaskOf<K>) => string,
): Promise<Crew<TaskOf<K>, ResultOf<K>>> {
  const { Piscina } = await import("piscina");
  const workerData: Crewed = { models: shareModels() };
  const pool = new Piscina<Message<K>, Chunked<ResultOf<K>>>({
    filename: fileURLToPath(new URL("../../../bin/worker.js", import.meta.url)),
    minThreads: jobs,
    maxThreads: jobs,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    workerData,
  });
  /** What ends the wait for each message on its way. */
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
  const send = (tasks: readonly TaskOf<K>[]) =>
    new Promise<Chunked<ResultOf<K>>>((done, reject) => {
      const fail = (error: unknown) => {
        waiting.delete(fail);
        reject(error);
      };
      if (lost !== null) return fail(lost);
      waiting.add(fail);
      pool.run({ kind, tasks }).then(
        (results) => {
          waiting.delete(fail);
          done(results);
        },
        (error) => {
          fail(error);
          lookAround(error);
        },
      );
    });
  const { run, size } = inChunks(send, jobs, nameOf);
  return { run, inHand: () => jobs * AHEAD * size(), dismiss: () => pool.destroy() };
}
