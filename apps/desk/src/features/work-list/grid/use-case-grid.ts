import type { ListedCase } from '@timedesk/contracts/work-list'

import { itemsOf, topsOf, type ListItem } from './list-items.ts'
import { useActiveRow, type ActiveRow } from './use-active-row.ts'
import { remPx, useRowWindow, type RowWindow } from './use-row-window.ts'

/** Heights in rem; the phone's cards have three lines and air between them. */
const HEIGHTS = { case: 2.75, card: 6.875, group: 2.25 }

export type CaseGridModel = {
  items: readonly ListItem[]
  tops: readonly number[]
  /** The element that the lines stand in. */
  box: RowWindow['box']
  /** The lines to be drawn: from the first up to before the end. */
  lines: RowWindow['lines']
  active: ActiveRow
}

/** What the grid draws and where the focus stands in it. */
export function useCaseGrid(
  rows: readonly ListedCase[],
  groupOf: (row: ListedCase) => { key: string; label: string } | null,
  listKey: string,
  isNarrow: boolean,
): CaseGridModel {
  const rem = remPx()
  const items = itemsOf(rows, groupOf)
  const tops = topsOf(items, { group: HEIGHTS.group * rem, case: (isNarrow ? HEIGHTS.card : HEIGHTS.case) * rem })
  const { box, lines, reveal } = useRowWindow(tops)
  const active = useActiveRow(rows, listKey, box, (index) =>
    reveal(items.findIndex((item) => item.kind === 'case' && item.index === index)),
  )
  return { items, tops, box, lines, active }
}
