import { decideOverage } from '@timedesk/contracts/cover'

import { client } from '../client.ts'
import { useChange } from '../deeds/use-change.ts'
import { queryRoots } from '../query-roots.ts'
import { touchedByTime } from '../time/touched-by-time.ts'

type OverageDecision = { entryId: string; verdict: 'accepted' | 'declined'; reason: string }

/** Accepts overage, which is charged then, or declines it, which never is. */
export function useDecideOverage() {
  return useChange(
    ({ entryId, ...body }: OverageDecision) => client.call(decideOverage, { params: { entryId }, body }),
    [...touchedByTime, queryRoots.periodLock],
  )
}
