import type { ProfitRow } from '@timedesk/contracts/reports'
import type { DataOrder } from '@timedesk/ui/data-table'

import { minorOf } from '../../shared/money.ts'

/** What rows can be ordered by; named as the words of the columns. */
export const profitOrders = [
  ...(['name', 'recognised', 'invoiced', 'cost', 'profit', 'margin', 'minutes', 'billableMinutes'] as const),
  ...(['effectiveRate', 'contribution'] as const),
] as const
type Figure = Exclude<(typeof profitOrders)[number], 'name'>

const figures: Record<Figure, (row: ProfitRow) => number | null> = {
  recognised: ({ recognised }) => minorOf(recognised),
  invoiced: ({ invoiced }) => minorOf(invoiced),
  cost: ({ cost }) => minorOf(cost),
  profit: ({ profit }) => minorOf(profit),
  margin: ({ marginPercent }) => (marginPercent === null ? null : Number(marginPercent)),
  minutes: ({ minutes }) => minutes,
  billableMinutes: ({ billableMinutes }) => billableMinutes,
  effectiveRate: ({ effectiveRate }) => (effectiveRate === null ? null : minorOf(effectiveRate)),
  contribution: ({ contribution }) => (contribution === null ? null : minorOf(contribution)),
}

/** Rows in the order that was asked for. What belongs to none comes last, and what has no figure before that. */
export function sortProfit(rows: readonly ProfitRow[], { key, isDescending }: DataOrder): ProfitRow[] {
  const read = isFigure(key) ? figures[key] : undefined
  const direction = isDescending ? -1 : 1
  return rows.toSorted((one, other) => {
    if (one.key === '' || other.key === '') return Number(one.key === '') - Number(other.key === '')
    if (read === undefined) return direction * one.name.localeCompare(other.name, undefined, { numeric: true })
    const [left, right] = [read(one), read(other)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return direction * (left - right)
  })
}

/** The order as it stands in an address: a minus turns it round. */
export function orderFrom(text: string | undefined, usual: DataOrder): DataOrder {
  if (text === undefined) return usual
  const key = text.replace(/^-/u, '')
  return key === 'name' || isFigure(key) ? { key, isDescending: text.startsWith('-') } : usual
}

/** What the address says after a header was pressed: figures begin with the largest, names with A. */
export function nextOrder(key: string, present: DataOrder): string {
  if (key !== present.key) return key === 'name' ? key : `-${key}`
  return present.isDescending ? key : `-${key}`
}

function isFigure(key: string): key is Figure {
  return Object.hasOwn(figures, key)
}
