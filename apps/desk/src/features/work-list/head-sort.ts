import type { CaseSort } from '@timedesk/contracts/work-list'

import type { Column } from './grid/columns.ts'

type SortKey =
  | Extract<CaseSort, 'number' | 'customer' | 'department' | 'type' | 'due' | 'status' | 'priority' | 'estimate'>
  | 'responsible'
  | 'createdAt'
  | 'lastActivityAt'

const KEYS: Partial<Record<Column | 'number', SortKey>> = {
  number: 'number',
  customer: 'customer',
  type: 'type',
  department: 'department',
  due: 'due',
  status: 'status',
  priority: 'priority',
  responsible: 'responsible',
  estimate: 'estimate',
  created: 'createdAt',
  updated: 'lastActivityAt',
}
/** Columns that begin with the highest at the first press: the latest and the most is what people look for. */
const FALLING: readonly SortKey[] = ['number', 'estimate', 'createdAt', 'lastActivityAt']

/** How a column sorts the list now; undefined: it cannot. */
export function directionOf(
  column: Column | 'number',
  sort: CaseSort,
): 'ascending' | 'descending' | 'none' | undefined {
  const key = KEYS[column]
  if (key === undefined) return undefined
  if (sort === key) return 'ascending'
  return sort === `-${key}` ? 'descending' : 'none'
}

/** What a press on the head of a column asks for: its usual way first, then the other. */
export function nextSort(column: Column | 'number', sort: CaseSort): CaseSort {
  const key = KEYS[column] ?? 'lastActivityAt'
  const [first, second]: [CaseSort, CaseSort] = FALLING.includes(key) ? [`-${key}`, key] : [key, `-${key}`]
  return sort === first ? second : first
}
