import { CaseSort } from '@timedesk/contracts/work-list'
import { StatusCategory } from '@timedesk/contracts/case-settings'

import type { CaseListQuery } from '../../shared/cases/case-queries.ts'

export const VIEWS = ['mine', 'department', 'unassigned', 'all'] as const
export type View = (typeof VIEWS)[number]
export type Sort = (typeof CaseSort.options)[number]

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
  isUnread: false,
  withEnded: false,
  sort: '-lastActivityAt',
}

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
    isUnread: params.get('unread') === 'true',
    withEnded: params.get('ended') === 'true',
    sort: CaseSort.options.find((sort) => sort === params.get('sort')) ?? noFilters.sort,
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
  set('unread', String(filters.isUnread), 'false')
  set('ended', String(filters.withEnded), 'false')
  set('sort', filters.sort, noFilters.sort)
  return params
}

/** The question to the API. A chosen status says itself which cases are meant; a search looks in ended ones too. */
export function toCaseQuery(filters: WorkFilters): CaseListQuery {
  const { status, search, priority, type, customer, tag } = filters
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
    ...(filters.isUnread && { unread: true }),
  }
}
