/** Work on several tasks at once, results in the order of the tasks. */

/**
 * Takes no more tasks than it can hold, so whoever gives them is held back by whoever takes the results. A result is given
 * on as soon as those before it are, without waiting for the next task.
 *
 * @param run never rejects
 * @param inHand how many tasks may be taken by now whose results have not been given on
 */
export async function inOrder<Task, Result>(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  run: (task: Task) => Promise<Result>,
  give: (task: Task, result: Result) => void | Promise<void>,
  inHand: () => number,
): Promise<void> {
  const held: Promise<void>[] = [];
  let last = Promise.resolve();
  for await (const task of tasks) {
    const result = run(task);
    last = last.then(async () => give(task, await result));
    held.push(last);
    while (held.length >= inHand()) await held.shift();
  }
  await last;
}
