import { useQuery, useQueryClient } from '@tanstack/react-query'
import { shippedViews } from '@timedesk/domain/query/shipped-views'
import type { NavItem } from '@timedesk/ui/frame-navigation'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'
import { useLocation } from 'react-router'

import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { paths, viewOfSearch, workListPath } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { countText } from '../../shared/views/count-text.ts'
import { useViewName } from '../../shared/views/use-view-name.ts'
import { viewQueries } from '../../shared/views/view-queries.ts'

const ViewIcon = lazy(async () => ({ default: (await import('../../shared/views/view-icon.tsx')).ViewIcon }))

const COUNT_DELAY_MS = 1_500
/** Before anything was read: the product's own. */
const FIRST = shippedViews.map((view) => ({ ...view, name: null }))

/** The pinned views of the work list as places, with how much stands in each; what cannot be counted shows a dash. */
export function useViewItems(group: string): NavItem[] {
  const mayRead = useMay()('case:read')
  const nameOf = useViewName()
  const { pathname, search } = useLocation()
  const pinned = usePinnedViews(mayRead)
  const counts = useViewCounts(
    pinned.map(({ id }) => id),
    mayRead,
  )
  if (!mayRead) return []
  const here = pathname === paths.cases ? viewOfSearch(search) : undefined
  return pinned.map((view) => {
    const count = counts?.get(view.id)
    return {
      label: nameOf(view),
      group,
      href: workListPath(view.id),
      icon: (
        <LazyPart fallback={null}>
          <ViewIcon view={view} size={16} />
        </LazyPart>
      ),
      active: view.id === here,
      badge: count === 0 ? undefined : countText(count),
    }
  })
}

function usePinnedViews(isOn: boolean) {
  const queryClient = useQueryClient()
  const { data = FIRST } = useQuery({ ...viewQueries.all(), enabled: isOn })
  useLiveBursts(
    ({ type }) => type === 'views.changed',
    () => void queryClient.invalidateQueries({ queryKey: viewQueries.root }),
    COUNT_DELAY_MS,
  )
  return data.filter(({ isPinned }) => isPinned)
}

function useViewCounts(ids: readonly string[], isOn: boolean) {
  const counts = useQuery({ ...viewQueries.counts(ids), enabled: isOn && ids.length > 0 })
  useLiveBursts(
    ({ type }) => /^(?:case|reply|draft)\./u.test(type),
    () => void counts.refetch(),
    COUNT_DELAY_MS,
  )
  return counts.data
}
