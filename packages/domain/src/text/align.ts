/** How much is compared with how much at most, as a product; beyond it, what lies between is taken as rewritten. */
const COMPARISONS_MAX = 4_000_000

/**
 * Where one list goes on in another: for each place of `from` the place of the same thing in `to`, both in order and as
 * many as there can be. Longer than `COMPARISONS_MAX`, only their common beginning and end are found.
 */
export function align(from: readonly string[], to: readonly string[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) {
    places.set(start, start)
    start += 1
  }
  let fromEnd = from.length
  let toEnd = to.length
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1
    toEnd -= 1
    places.set(fromEnd, toEnd)
  }
  const between = { from: from.slice(start, fromEnd), to: to.slice(start, toEnd) }
  if (between.from.length * between.to.length <= COMPARISONS_MAX)
    for (const [one, other] of longestCommon(between.from, between.to)) places.set(one + start, other + start)
  return places
}

/** The longest list of pairs of places with the same thing, by the lengths of what is common from each pair of places on. */
function longestCommon(from: readonly string[], to: readonly string[]): [number, number][] {
  const width = to.length + 1
  const lengths = new Uint32Array((from.length + 1) * width)
  const lengthAt = (one: number, other: number) => lengths[one * width + other] ?? 0
  for (let one = from.length - 1; one >= 0; one -= 1)
    for (let other = to.length - 1; other >= 0; other -= 1)
      lengths[one * width + other] =
        from[one] === to[other]
          ? lengthAt(one + 1, other + 1) + 1
          : Math.max(lengthAt(one + 1, other), lengthAt(one, other + 1))
  const pairs: [number, number][] = []
  let one = 0
  let other = 0
  while (one < from.length && other < to.length) {
    if (from[one] === to[other]) {
      pairs.push([one, other])
      one += 1
      other += 1
    } else if (lengthAt(one + 1, other) >= lengthAt(one, other + 1)) one += 1
    else other += 1
  }
  return pairs
}
