import type { ListedCase } from '@timedesk/contracts/work-list'

/** A line of the grid: the head of a group, or a case with its place among the cases. */
export type ListItem = { kind: 'group'; key: string; label: string } | { kind: 'case'; row: ListedCase; index: number }

type Grouped = { key: string; label: string }

/** The cases with a head before each group; the list comes sorted by group, so a group is where it changes. */
export function itemsOf(rows: readonly ListedCase[], groupOf: (row: ListedCase) => Grouped | null): ListItem[] {
  let last: string | null = null
  return rows.flatMap((row, index) => {
    const group = groupOf(row)
    const isNew = group !== null && group.key !== last
    last = group?.key ?? null
    const item: ListItem = { kind: 'case', row, index }
    return isNew ? [{ kind: 'group' as const, ...group }, item] : [item]
  })
}

/** Where each line begins, in pixels, and where the last one ends. */
export function topsOf(items: readonly ListItem[], heights: { group: number; case: number }): number[] {
  const tops = [0]
  for (const { kind } of items) tops.push((tops.at(-1) ?? 0) + heights[kind])
  return tops
}

/** The lines of which something lies between two heights, with some to spare on either side. */
export function windowOf(
  tops: readonly number[],
  from: number,
  to: number,
  spare: number,
): [first: number, end: number] {
  const last = tops.length - 1
  const first = Math.max(0, firstBelow(tops, from) - 1 - spare)
  const end = Math.min(last, firstBelow(tops, to) + spare)
  return [Math.min(first, last), Math.max(end, 0)]
}

/** The first place whose top lies below a height. */
function firstBelow(tops: readonly number[], height: number): number {
  let low = 0
  let high = tops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) > height) high = middle
    else low = middle + 1
  }
  return low
}
