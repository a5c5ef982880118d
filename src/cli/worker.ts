/** What a worker thread runs. */
import { isMainThread, workerData } from "node:worker_threads";
import { adoptModels } from "../model/load.ts";
import type { Chunked } from "./batch/chunks.ts";
import type { Crewed, Kind, ResultOf, TaskOf } from "./batch/crew.ts";
import * as work from "./work.ts";

const WORK: typeof work = { ...work };

if (!isMainThread) adoptModels((workerData as Crewed).models);

export interface Message<K extends Kind> {
  readonly kind: K;
  readonly tasks: readonly TaskOf<K>[];
}

/** Does tasks of a kind, one after the other. */
export async function doChunk<K extends Kind>({ kind, tasks }: Message<K>): Promise<Chunked<ResultOf<K>>> {
  const own = WORK[kind] as unknown as (task: TaskOf<K>) => Promise<ResultOf<K>>;
  const start = performance.now();
  const results: ResultOf<K>[] = [];
  for (const task of tasks) results.push(await own(task));
  return { results, ms: performance.now() - start };
}
