import { StatusCategory } from '@timedesk/contracts/case-status'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { CaseFilters } from '../../shared/case-queries.ts'

/** What the list page shows, as it stands in the address. */
export type CaseView = {
  scope: 'mine' | 'all'
  activity: 'active' | 'all'
  status: StatusCategory | null
  search: string
}

/** Reads the view from an address; what the address does not say, or says wrong, is as at the first visit. */
export function viewFrom(search: URLSearchParams): CaseView {
  const status = StatusCategory.safeParse(search.get('status'))
  return {
    scope: search.get('scope') === 'all' ? 'all' : 'mine',
    activity: search.get('show') === 'all' ? 'all' : 'active',
    status: status.success ? status.data : null,
    search: search.get('search') ?? '',
  }
}

/** The same view as a query of the API. A status says more than “open ones”, so it stands alone. */
export function filtersOf(view: CaseView, canSeeAll: boolean): CaseFilters {
  return {
    mine: canSeeAll && view.scope === 'mine' ? true : undefined,
    isActive: view.status === null && view.activity === 'active' ? true : undefined,
    status: view.status === null ? undefined : [view.status],
    search: view.search.trim() === '' ? undefined : view.search.trim(),
  }
}

/** The view in the address and how to change it; typing does not fill the history. */
export function useCaseView(): { view: CaseView; changeView: (changes: Partial<CaseView>) => void } {
  const [search, setSearch] = useSearchParams()
  const view = useMemo(() => viewFrom(search), [search])
  const changeView = useCallback(
    (changes: Partial<CaseView>) => {
      setSearch((present) => addressOf({ ...viewFrom(present), ...changes }), { replace: true })
    },
    [setSearch],
  )
  return { view, changeView }
}

function addressOf({ scope, activity, status, search }: CaseView): URLSearchParams {
  const address = new URLSearchParams()
  if (scope === 'all') address.set('scope', 'all')
  if (activity === 'all') address.set('show', 'all')
  if (status !== null) address.set('status', status)
  if (search !== '') address.set('search', search)
  return address
}
