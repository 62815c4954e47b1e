type Edge = { fromId: string; toId: string }

/** Whatever can be reached from some statuses over moves, those included. */
export function reachableFrom(starts: readonly string[], edges: readonly Edge[]): Set<string> {
  const next = Map.groupBy(edges, ({ fromId }) => fromId)
  const reached = new Set(starts)
  // A set goes on to what is added to it while it is walked.
  for (const id of reached) for (const { toId } of next.get(id) ?? []) reached.add(toId)
  return reached
}

/** Whatever can reach one of some statuses over moves, those included. */
export function reachingBack(ends: readonly string[], edges: readonly Edge[]): Set<string> {
  return reachableFrom(
    ends,
    edges.map(({ fromId, toId }) => ({ fromId: toId, toId: fromId })),
  )
}
