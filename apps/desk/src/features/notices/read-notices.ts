import { listNoticeEntries } from '@timedesk/contracts/notices'

import { client } from '../../shared/client.ts'

const ENTRIES_SHOWN = 20

/** The latest notices by case, and how many cases have something unread. */
export async function readEntries(only: 'all' | 'unread', after: string | undefined, signal: AbortSignal) {
  const query = {
    limit: ENTRIES_SHOWN,
    ...(only === 'unread' && { unread: 'true' as const }),
    ...(after !== undefined && { after }),
  }
  return client.call(listNoticeEntries, { query, signal })
}
