import { StatusCategory } from '@timedesk/contracts/case-status'

import type { CaseListQuery } from '../../shared/cases/case-queries.ts'
import { dueBefore, isDueBefore } from './due-before.ts'

export const VIEWS = ['mine', 'department', 'unassigned', 'all'] as const
export type View = (typeof VIEWS)[number]
export const SORTS = ['-lastActivityAt', '-createdAt', 'createdAt', 'due', 'priority'] as const
export type Sort = (typeof SORTS)[number]
/** `risk`: three quarters of a target are used; `breached`: a target is past. */
export const CLOCKS = ['risk', 'breached'] as const

/** What the work list shows; the whole of it stands in the address. */
export type WorkFilters = {
  view: View
  search: string
  status: StatusCategory[]
  priority: string | null
  type: string | null
  department: string | null
  customer: string | null
  responsible: string | null
  tag: string | null
  /** How a clock of the case stands. */
  clock: (typeof CLOCKS)[number] | null
  /** Until when something is due: see `dueBefore`. */
  due: string | null
  /** Custom fields with a value each, as `<fieldId>:<value>`. */
  fields: string[]
  isUnread: boolean
  /** Solved, closed and cancelled cases too. */
  withEnded: boolean
  sort: Sort
}

export const noFilters: WorkFilters = {
  view: 'mine',
  search: '',
  status: [],
  priority: null,
  type: null,
  department: null,
  customer: null,
  responsible: null,
  tag: null,
  clock: null,
  due: null,
  fields: [],
  isUnread: false,
  withEnded: false,
  sort: '-lastActivityAt',
}

const FIELD = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:/u
const TEXTS = ['priority', 'type', 'department', 'customer', 'responsible', 'tag'] as const

/** Reads the filters out of an address; what it does not know is left out. */
export function readFilters(params: URLSearchParams): WorkFilters {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, params.get(name)])) as Pick<
    WorkFilters,
    (typeof TEXTS)[number]
  >
  const status = (params.get('status') ?? '').split(',')
  return {
    ...texts,
    view: VIEWS.find((view) => view === params.get('view')) ?? noFilters.view,
    search: params.get('search') ?? '',
    status: StatusCategory.options.filter((category) => status.includes(category)),
    clock: CLOCKS.find((clock) => clock === params.get('clock')) ?? null,
    due: isDueBefore(params.get('due') ?? '') ? params.get('due') : null,
    fields: params.getAll('field').filter((field) => FIELD.test(field)),
    isUnread: params.get('unread') === 'true',
    withEnded: params.get('ended') === 'true',
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? noFilters.sort,
  }
}

/** Writes the filters for an address; what is as usual is left out. */
export function writeFilters(filters: WorkFilters): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | null, usual = '') => {
    if (value !== null && value !== usual) params.set(name, value)
  }
  set('view', filters.view, noFilters.view)
  set('search', filters.search)
  set('status', filters.status.join(','))
  for (const name of TEXTS) set(name, filters[name])
  set('clock', filters.clock)
  set('due', filters.due)
  for (const field of filters.fields) params.append('field', field)
  set('unread', String(filters.isUnread), 'false')
  set('ended', String(filters.withEnded), 'false')
  set('sort', filters.sort, noFilters.sort)
  return params
}

/** The question to the API. A chosen status says itself which cases are meant; a search looks in ended ones too. */
export function toCaseQuery(filters: WorkFilters, now: Date): CaseListQuery {
  const { status, search, priority, type, customer, tag, clock, due, fields } = filters
  const responsible =
    filters.responsible ?? { mine: 'me', unassigned: 'none', department: null, all: null }[filters.view]
  const department = filters.department ?? (filters.view === 'department' ? 'mine' : null)
  return {
    sort: filters.sort,
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(status.length > 0 && { status }),
    ...(status.length === 0 && search.trim() === '' && !filters.withEnded && { isActive: true }),
    ...(responsible !== null && { responsible }),
    ...(department !== null && { department }),
    ...(priority !== null && { priorityId: priority }),
    ...(type !== null && { typeId: type }),
    ...(customer !== null && { customerId: customer }),
    ...(tag !== null && { tag }),
    ...(clock !== null && (clock === 'risk' ? { isAtRisk: true } : { isBreached: true })),
    ...(due !== null && { dueBefore: dueBefore(due, now) }),
    ...(fields.length > 0 && { field: fields }),
    ...(filters.isUnread && { unread: true }),
  }
}

/** How many filters are on; the view and the sorting are none. */
export function countFilters(filters: WorkFilters): number {
  const names = Object.keys(noFilters) as (keyof WorkFilters)[]
  return names.filter(
    (name) => name !== 'view' && name !== 'sort' && String(filters[name] ?? '') !== String(noFilters[name] ?? ''),
  ).length
}

/** What takes one filter away; without a key, all of them. The view and the sorting stay. */
export function withoutFilter(filters: WorkFilters, key?: string): WorkFilters {
  const { view, sort } = filters
  if (key === undefined) return { ...noFilters, view, sort }
  const field = filters.fields.find((one) => one === key)
  if (field !== undefined) return { ...filters, fields: filters.fields.filter((one) => one !== field) }
  return { ...filters, [key]: noFilters[key as keyof WorkFilters] }
}
