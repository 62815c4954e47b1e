/**
 * How many letters have to be put in, left out, changed or swapped with the next one, so that `from` becomes `to`.
 * Gives `max + 1` as soon as it is more than `max`.
 */
export function editDistance(from: string, to: string, max: number): number {
  const [a, b] = [Array.from(from), Array.from(to)]
  if (Math.abs(a.length - b.length) > max) return max + 1
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
    if (Math.min(...row) > max) return max + 1
    beforeLast = last
    last = row
  }
  return Math.min(last.at(-1) ?? 0, max + 1)
}
