import { useDocumentVisibility } from '@mantine/hooks'
import { extranetMarkCaseRead, type ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { caseQueries } from '../../shared/case-queries.ts'
import { client } from '../../shared/client.ts'
import { noticeQueries } from '../../shared/notice-queries.ts'

/** Marks a case as read once its dialogue is on a screen that somebody looks at. */
export function useMarkRead({ id, number, isUnread, lastActivityAt }: ExtranetCase, isShown: boolean): void {
  const queryClient = useQueryClient()
  const visibility = useDocumentVisibility()
  const { mutate } = useMutation({
    mutationFn: () => client.call(extranetMarkCaseRead, { params: { caseId: id } }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: caseQueries.lists() }),
        queryClient.invalidateQueries({ queryKey: caseQueries.detail(String(number)).queryKey }),
        queryClient.invalidateQueries({ queryKey: noticeQueries.all() }),
      ]),
  })
  const isDue = isUnread && isShown && visibility === 'visible'

  useEffect(() => {
    if (isDue) mutate()
  }, [isDue, lastActivityAt, mutate])
}
