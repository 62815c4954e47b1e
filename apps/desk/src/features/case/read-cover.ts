import { getCaseCover } from '@timedesk/contracts/cover'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { listTimeEntries } from '@timedesk/contracts/time'

import { client } from '../../shared/client.ts'

export function readCover(caseId: string, signal: AbortSignal) {
  return client.call(getCaseCover, { params: { caseId }, signal })
}

/** Entries of a case whose overage the reader may decide on. */
export async function readWaiting(caseId: string, signal: AbortSignal) {
  const { data } = await client.call(listTimeEntries, { query: { caseId, limit: PAGE_SIZE_MAX }, signal })
  return data.filter(({ can }) => can.decideOverage)
}
