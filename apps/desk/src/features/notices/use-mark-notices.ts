import { readNoticeEntry, readNotices, unreadNoticeEntry } from '@timedesk/contracts/notices'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { noticeQueries } from './notice-queries.ts'

/** Marks the notices of one case, or all, as read or unread. */
export function useMarkNotices() {
  const touches = [noticeQueries.all()]
  return {
    one: useChange(
      ({ caseId, isRead }: { caseId: string; isRead: boolean }) =>
        client.call(isRead ? readNoticeEntry : unreadNoticeEntry, { params: { caseId } }),
      touches,
    ),
    all: useChange(() => client.call(readNotices), touches),
  }
}
