import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import type { CaseSummary } from '@timedesk/contracts/work-list'
import { useState } from 'react'

import { caseQueries, type CaseListQuery } from '../../shared/cases/case-queries.ts'
import { useLiveBursts } from '../../shared/live/live-provider.tsx'

const BURST_DELAY_MS = 800

type Pages = InfiniteData<{ data: CaseSummary[] }>

/**
 * Keeps the list true without moving a row under the cursor: what is on the screen changes in its place, what is new
 * is counted until the person asks for it.
 */
export function useArrivals(query: CaseListQuery): { count: number; show: () => void } {
  const queryClient = useQueryClient()
  const { queryKey } = caseQueries.list(query)
  const [arrived, setArrived] = useState<{ key: string; count: number }>({ key: '', count: 0 })
  const key = JSON.stringify(query)

  const compare = async () => {
    const top = await queryClient.query(caseQueries.arrivals(query)).catch(() => undefined)
    const shown = queryClient.getQueryData<Pages>(queryKey)
    if (top === undefined || shown === undefined) return
    const known = new Set(shown.pages.flatMap(({ data }) => data.map(({ id }) => id)))
    const fresh = new Map(top.data.map((row) => [row.id, row]))
    queryClient.setQueryData<Pages>(queryKey, {
      ...shown,
      pages: shown.pages.map((page) => ({ ...page, data: page.data.map((row) => fresh.get(row.id) ?? row) })),
    })
    setArrived({ key, count: top.data.filter(({ id }) => !known.has(id)).length })
  }

  useLiveBursts(
    ({ caseId }) => caseId !== null,
    () => void compare(),
    BURST_DELAY_MS,
  )

  return {
    count: arrived.key === key ? arrived.count : 0,
    show: () => {
      setArrived({ key, count: 0 })
      window.scrollTo({ top: 0 })
      void queryClient.resetQueries({ queryKey })
    },
  }
}
