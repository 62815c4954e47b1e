import { CaseGroup, CaseSort } from '@timedesk/contracts/work-list'

/** Where the work list begins. */
export const HOME_VIEW = 'inbox'

/** What the address of the work list says; null: as the view has it. */
export type ListAddress = {
  /** The name of a shipped view or the id of a saved one. */
  view: string
  /** Text of the query language, instead of the view's own. */
  q: string | null
  sort: CaseSort | null
  /** `none`: in no groups, though the view has some. */
  group: CaseGroup | 'none' | null
}

/** Reads the address; what it does not know is as the view has it. */
export function readAddress(params: URLSearchParams): ListAddress {
  const group = params.get('group')
  return {
    view: params.get('view') ?? HOME_VIEW,
    q: params.get('q'),
    sort: CaseSort.options.find((sort) => sort === params.get('sort')) ?? null,
    group: group === 'none' ? group : (CaseGroup.options.find((one) => one === group) ?? null),
  }
}

/** Writes the address; what is as usual is left out. */
export function writeAddress({ view, q, sort, group }: ListAddress): URLSearchParams {
  return new URLSearchParams({
    ...(view !== HOME_VIEW && { view }),
    ...(q !== null && { q }),
    ...(sort !== null && { sort }),
    ...(group !== null && { group }),
  })
}

const OLD_FILTERS = [
  ...['search', 'status', 'priority', 'type', 'department', 'customer', 'responsible', 'tag'],
  ...['clock', 'due', 'field', 'unread', 'ended'],
]
const OLD_VIEWS = ['department', 'all']

/** Whether an address is of the time before the query language, with a parameter for each filter. */
export function isOldAddress(params: URLSearchParams): boolean {
  return isNarrowed(params) || OLD_VIEWS.includes(params.get('view') ?? '')
}

/** Whether such an address asked for less than all of its view. */
export function isNarrowed(params: URLSearchParams): boolean {
  return OLD_FILTERS.some((name) => params.has(name))
}
