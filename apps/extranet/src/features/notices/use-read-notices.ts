import { extranetReadNotices } from '@timedesk/contracts/notices'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../../shared/client.ts'
import { noticeQueries } from '../../shared/notice-queries.ts'

/** Marks all notices as read. */
export function useReadNotices() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => client.call(extranetReadNotices),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: noticeQueries.all() }),
  })
}
