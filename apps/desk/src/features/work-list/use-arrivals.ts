import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import type { LiveMessage } from '@timedesk/contracts/live'
import type { ListedCase } from '@timedesk/contracts/work-list'
import { useState } from 'react'

import { caseQueries, type CaseListQuery } from '../../shared/cases/case-queries.ts'
import { useLiveBursts } from '../../shared/live/live-provider.tsx'

const BURST_DELAY_MS = 800
/** So many rows further down are read anew at once; more change together only by a bulk action, which says so itself. */
const REREAD_MAX = 50

export type Pages = InfiniteData<{ data: ListedCase[] }>

/**
 * Keeps the list true without moving a row under the cursor: what is on the screen changes in its place, what is new
 * is counted until the person asks for it.
 */
export function useArrivals(query: CaseListQuery): { count: number; show: () => void } {
  const queryClient = useQueryClient()
  const { queryKey } = caseQueries.list(query)
  const [arrived, setArrived] = useState<{ key: string; count: number }>({ key: '', count: 0 })
  const key = JSON.stringify(query)

  const compare = async (heard: readonly LiveMessage[]) => {
    const top = await read(query)
    const shown = queryClient.getQueryData<Pages>(queryKey)
    if (top === undefined || shown === undefined) return
    const rows = shown.pages.flatMap(({ data }) => data)
    const known = new Set(rows.map(({ id }) => id))
    const fresh = new Map(top.map((row) => [row.id, row]))
    const changed = new Set(heard.map(({ caseId }) => caseId))
    const further = rows.filter(({ id }) => changed.has(id) && !fresh.has(id)).slice(0, REREAD_MAX)
    for (const row of await readAgain(further)) fresh.set(row.id, row)
    queryClient.setQueryData<Pages>(queryKey, (pages) => pages && withFresh(pages, fresh))
    setArrived({ key, count: top.filter(({ id }) => !known.has(id)).length })
  }
  const read = async (asked: CaseListQuery) =>
    (await queryClient.query(caseQueries.arrivals(asked)).catch(() => undefined))?.data
  const readAgain = async (rows: readonly ListedCase[]) => {
    if (rows.length === 0) return []
    return (await read({ q: `number:${rows.map(({ number }) => number).join(',')}` })) ?? []
  }

  useLiveBursts(
    ({ caseId, eventId }) => caseId !== null && eventId !== null,
    (heard) => void compare(heard),
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

/** The rows as they are now, each where it stood, in the group where it stood. */
function withFresh(pages: Pages, fresh: ReadonlyMap<string, ListedCase>): Pages {
  const renew = (row: ListedCase): ListedCase => {
    const now = fresh.get(row.id)
    return now === undefined ? row : { ...now, ...(row.group !== undefined && { group: row.group }) }
  }
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, data: page.data.map(renew) })) }
}
