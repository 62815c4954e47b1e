import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '@timedesk/contracts/case-views'
import type { CaseGroup, CaseSort } from '@timedesk/contracts/work-list'
import { useSearchParams } from 'react-router'

import type { CaseListQuery } from '../../shared/cases/case-queries.ts'
import { shippedView } from '../../shared/views/shipped-view.ts'
import { viewQueries } from '../../shared/views/view-queries.ts'
import { readAddress, writeAddress, type ListAddress } from './address.ts'

/** A view as far as the list needs it. */
export type ListView = Pick<CaseView, 'id' | 'scope' | 'name' | 'icon' | 'query' | 'columns' | 'sort' | 'group'>

export type ListState = {
  view: ListView
  /** Text of the query language that the list is asked by. */
  q: string
  sort: CaseSort
  group: CaseGroup | null
  /** Whether the address asks otherwise than the view does. */
  isChanged: boolean
  /** The address without the place where the app is mounted, for links back. */
  search: string
  query: CaseListQuery
  change: (changes: Partial<Omit<ListAddress, 'view'>>) => void
}

export type ListStateAnswer =
  | { kind: 'ready'; list: ListState }
  | { kind: 'pending' }
  | { kind: 'missing' }
  | { kind: 'failed'; error: unknown; retry: () => void }

/**
 * What the list shows: a view, and what the address changes of it. A shipped view is known before anything was read, so
 * that its cases are asked for at once.
 */
export function useListState(): ListStateAnswer {
  const [params, setParams] = useSearchParams()
  const address = readAddress(params)
  const shipped = shippedView(address.view)
  const views = useQuery({ ...viewQueries.all(), enabled: shipped === undefined })
  const view: ListView | undefined = shipped ?? views.data?.find(({ id }) => id === address.view)

  if (view === undefined) {
    if (views.isError) return { kind: 'failed', error: views.error, retry: () => void views.refetch() }
    return { kind: views.isPending ? 'pending' : 'missing' }
  }
  const q = (address.q ?? view.query).trim()
  const sort = address.sort ?? view.sort
  const group = address.group === null ? view.group : address.group === 'none' ? null : address.group
  return {
    kind: 'ready',
    list: {
      ...{ view, q, sort, group },
      isChanged: address.q !== null || address.sort !== null || address.group !== null,
      search: writeAddress(address).toString(),
      query: { sort, ...(q !== '' && { q }), ...(group !== null && { group }) },
      change: (changes) =>
        setParams((now) => writeAddress(asView({ ...readAddress(now), ...changes }, view)), { replace: true }),
    },
  }
}

/** An address without what the view says itself. */
function asView(address: ListAddress, view: ListView): ListAddress {
  const usualGroup = view.group ?? 'none'
  return {
    view: address.view,
    q: address.q === null || address.q.trim() === view.query ? null : address.q.trim(),
    sort: address.sort === view.sort ? null : address.sort,
    group: address.group === usualGroup ? null : address.group,
  }
}
