/**
 * All keys in a new order when some of them were put in order among themselves: the others stay where they stand, and
 * the moved ones take the places that were theirs.
 */
export function orderWithin(all: readonly string[], moved: readonly string[]): string[] {
  const isMoved = new Set(moved)
  const next = moved.values()
  return all.map((key) => (isMoved.has(key) ? (next.next().value ?? key) : key))
}
