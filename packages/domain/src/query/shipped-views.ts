import type { ShippedView, ViewColumn, ViewIcon } from '@timedesk/contracts/case-views'
import type { CaseGroup, CaseSort } from '@timedesk/contracts/work-list'

/** A view that comes with the product; the apps word its name. */
export type ShippedViewRule = {
  id: ShippedView
  icon: ViewIcon
  /** Text of the query language. */
  query: string
  columns: ViewColumn[]
  sort: CaseSort
  group: CaseGroup | null
  isPinned: boolean
}

/** What a view shows unless it says otherwise. */
export const defaultColumns: ViewColumn[] = [
  'number',
  'subject',
  'customer',
  'status',
  'priority',
  'due',
  'cover',
  'responsible',
  'updated',
]

const latestFirst = { columns: defaultColumns, sort: '-lastActivityAt', group: null, isPinned: true } as const

/** In the order in which they stand until somebody orders them. What a person has put away is in none but its own. */
export const shippedViews: readonly ShippedViewRule[] = [
  {
    ...latestFirst,
    id: 'inbox',
    icon: 'inbox',
    query: 'is:mine is:active -is:snoozed (is:unread or status:new)',
  },
  { ...latestFirst, id: 'mine', icon: 'user', query: 'is:mine is:active -is:snoozed' },
  { ...latestFirst, id: 'team', icon: 'users', query: 'department:mine is:active -is:snoozed' },
  { ...latestFirst, id: 'waiting', icon: 'hourglass', query: 'department:mine status:waiting_customer -is:snoozed' },
  {
    ...latestFirst,
    id: 'breaching',
    icon: 'clock',
    query: 'department:mine is:active due:..today -is:snoozed',
    sort: 'due',
  },
  { ...latestFirst, id: 'unassigned', icon: 'question', query: 'is:unassigned is:active -is:snoozed' },
  { ...latestFirst, id: 'snoozed', icon: 'moon', query: 'is:snoozed' },
  { ...latestFirst, id: 'following', icon: 'eye', query: 'is:followed is:active -is:snoozed' },
  { ...latestFirst, id: 'drafts', icon: 'pencil', query: 'has:draft' },
  { ...latestFirst, id: 'active', icon: 'list', query: 'is:active -is:snoozed' },
]

export function shippedViewOf(id: string): ShippedViewRule | null {
  return shippedViews.find((view) => view.id === id) ?? null
}
