import type { ExtranetCaseSummary } from '@timedesk/contracts/extranet-cases'
import { useQuery } from '@tanstack/react-query'
import { caseQueries } from '../../shared/case-queries.ts'

const ACTIVE_MAX = 100
const SOLVED_MAX = 20
const SOLVED_SHOWN = 5

export type HomeCases = {
  needsYou: ExtranetCaseSummary[]
  inProgress: ExtranetCaseSummary[]
  recentlySolved: ExtranetCaseSummary[]
}

/** The cases of the start page: first what waits for the reader, then the rest that is open, then what was solved. */
export function useHomeCases({ mine, canAnswer }: { mine: boolean | undefined; canAnswer: boolean }) {
  const active = useQuery(caseQueries.top({ mine, isActive: true }, ACTIVE_MAX))
  const solved = useQuery(caseQueries.top({ mine, status: ['solved'] }, SOLVED_MAX))
  const failed = [active, solved].find((query) => query.isError)
  const retry = () => Promise.all([active.refetch(), solved.refetch()])

  if (failed !== undefined) return { state: 'failed', error: failed.error, retry } as const
  if (active.data === undefined || solved.data === undefined) return { state: 'pending' } as const
  return { state: 'ready', cases: sortForHome(active.data.data, solved.data.data, canAnswer) } as const
}

/**
 * Splits the cases by whether they wait for the reader: an answer to give, or one to read. Nothing waits for a reader
 * who may do neither.
 */
export function sortForHome(
  active: readonly ExtranetCaseSummary[],
  solved: readonly ExtranetCaseSummary[],
  canAnswer: boolean,
): HomeCases {
  const needsReader = (summary: ExtranetCaseSummary) => canAnswer && (summary.ball === 'customer' || summary.isUnread)
  return {
    needsYou: [...active, ...solved].filter(needsReader),
    inProgress: active.filter((summary) => !needsReader(summary)),
    recentlySolved: solved.filter((summary) => !needsReader(summary)).slice(0, SOLVED_SHOWN),
  }
}
