/** One partner each: the pairing of two sides of a graph with the greatest total weight. */

export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * Maximum-weight matching of a bipartite graph: each vertex of the left side is brought in by the best augmenting
 * path, on which vertices may change partners or lose them. Edges that weigh nothing or less are never taken; equal
 * totals are settled by the order of the edges, so that the result is deterministic.
 *
 * @param edges `from` and `to` number the two sides independently of each other
 * @returns the edges taken, in the order given
 */
export function bestAssignment<E extends Edge>(edges: readonly E[]): E[] {
  const leaving = new Map<number, E[]>();
  for (const edge of edges) {
    if (edge.weight <= 0) continue;
    const own = leaving.get(edge.from);
    if (own) own.push(edge);
    else leaving.set(edge.from, [edge]);
  }
  const byHead = new Map<number, E>();
  for (const root of leaving.keys()) augment(root, leaving, byHead);
  const taken = new Set(byHead.values());
  return edges.filter((edge) => taken.has(edge));
}

/** A vertex of the left side as the search reaches it. */
interface Reached {
  readonly gain: number;
  /** The edge that took the partner of this vertex away; null at the root. */
  readonly by: Edge | null;
}

/**
 * Finds the best way to give `root` a partner: along a path where each vertex takes the partner of the next, until
 * one takes a free partner or goes without. Gains only ever rise along the search, and there are no positive cycles
 * in an optimal matching, so it ends.
 */
function augment<E extends Edge>(
  root: number,
  leaving: ReadonlyMap<number, readonly E[]>,
  byHead: Map<number, E>,
): void {
  const reached = new Map<number, Reached>([[root, { gain: 0, by: null }]]);
  let best: { readonly gain: number; readonly from: number; readonly edge: E | null } = {
    gain: 0,
    from: root,
    edge: null,
  };
  const queue = [root];
  for (let i = 0; i < queue.length; i++) {
    const vertex = queue[i] as number;
    const { gain } = reached.get(vertex) as Reached;
    if (gain > best.gain) best = { gain, from: vertex, edge: null };
    for (const edge of leaving.get(vertex) ?? []) {
      const holder = byHead.get(edge.to);
      if (!holder) {
        if (gain + edge.weight > best.gain) best = { gain: gain + edge.weight, from: vertex, edge };
        continue;
      }
      const next = gain + edge.weight - holder.weight;
      if (
        holder.from === vertex ||
        next <= (reached.get(holder.from)?.gain ?? Number.NEGATIVE_INFINITY) + 1e-9
      )
        continue;
      reached.set(holder.from, { gain: next, by: edge });
      queue.push(holder.from);
    }
  }
  if (best.edge) byHead.set(best.edge.to, best.edge);
  for (let at = reached.get(best.from); at?.by; at = reached.get(at.by.from))
    byHead.set(at.by.to, at.by as E);
}
