import { decideCorrection } from '@timedesk/contracts/corrections'
import { movePeriodLock } from '@timedesk/contracts/period-lock'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { touchedByTime } from '../../shared/time/touched-by-time.ts'

type CorrectionDecision = { entryId: string; verdict: 'approved' | 'rejected'; reason?: string }

/** Approves a correction, or rejects it, which removes both of its entries. */
export function useDecideCorrection() {
  return useChange(
    ({ entryId, ...body }: CorrectionDecision) => client.call(decideCorrection, { params: { entryId }, body }),
    [...touchedByTime, queryRoots.periodLock],
  )
}

type LockMove = {
  version: number
  softLockedThrough: string | null
  hardLockedThrough: string | null
  reason: string
}

/** Closes the books up to a day, or opens them again, if nobody moved the locks meanwhile. */
export function useMovePeriodLock() {
  return useChange(
    ({ version, reason, ...locks }: LockMove) =>
      client.call(movePeriodLock, {
        headers: ifMatch(version),
        body: { ...locks, ...(reason !== '' && { reason }) },
      }),
    [queryRoots.periodLock, queryRoots.weeks, queryRoots.timeEntries, queryRoots.timePreviews],
  )
}
