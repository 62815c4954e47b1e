/**
 * How many letters have to be put in, left out, changed or swapped with the next one, so that `from` becomes `to`.
 * Gives `max + 1` as soon as it is more than `max`.
 */
export function editDistance(from: string, to: string, max: number): number {
  const [a, b] = [Array.from(from), Array.from(to)]
  if (Math.abs(a.length - b.length) > max) return max + 1
  return Math.min(distancesToBeginnings(a, b, max)?.at(-1) ?? max + 1, max + 1)
}

/** A beginning of a word, and how far something else is from it. */
export type NearBeginning = { beginning: string; distance: number }

/** The beginning of `to` that `from` is nearest to, of several the longest; null where all are farther than `max`. */
export function nearestBeginning(from: string, to: string, max: number): NearBeginning | null {
  const [a, b] = [Array.from(from), Array.from(to).slice(0, Array.from(from).length + max)]
  const distances = distancesToBeginnings(a, b, max) ?? []
  const distance = Math.min(...distances)
  if (distance > max) return null
  return { beginning: b.slice(0, distances.lastIndexOf(distance)).join(''), distance }
}

/** How far `a` is from each beginning of `b`, the empty one first; null as soon as all are farther than `max`. */
function distancesToBeginnings(a: readonly string[], b: readonly string[], max: number): number[] | null {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [index, letter] of a.entries()) {
    const row = [index + 1]
    for (const [column, other] of b.entries()) {
      const changed = (last[column] ?? 0) + (letter === other ? 0 : 1)
      const least = Math.min(changed, (last[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1)
      const isSwapped = index > 0 && column > 0 && letter === b[column - 1] && other === a[index - 1]
      row.push(isSwapped ? Math.min(least, (beforeLast[column - 1] ?? 0) + 1) : least)
    }
    if (Math.min(...row) > max) return null
    beforeLast = last
    last = row
  }
  return last
}
