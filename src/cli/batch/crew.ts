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
  // A worker that dies takes its page with it, which is told where the page was asked for, and another takes its place.
  pool.on("error", () => {});
  return {
    run: (task) => pool.run(task).catch((error) => failureOf(error, nameOf(task), workerProblem)),
    inHand: jobs * AHEAD,
    dismiss: () => pool.destroy(),
  };
}

/** What the user calls the page of a task. */
function nameOf(task: TaskOf<Kind>): string {
  if ("path" in task) return task.path;
  return "input" in task ? task.input.name : `line ${task.number}`;
}
