import { listNotices } from '@timedesk/contracts/notices'

import { client } from '../../shared/client.ts'

const NOTICES_SHOWN = 20

/** The latest notices, and how many are unread. */
export async function readLatestNotices(signal: AbortSignal) {
  return client.call(listNotices, { query: { limit: NOTICES_SHOWN }, signal })
}
