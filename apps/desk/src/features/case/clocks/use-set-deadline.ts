import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { ifMatchOf } from '@timedesk/client/address'
import type { Case } from '@timedesk/contracts/cases'
import { setCaseDeadline } from '@timedesk/contracts/clocks'

import { client } from '../../../shared/client.ts'
import { casePageQueries } from '../case-page-queries.ts'
import { useRefreshCase } from '../use-move-case.ts'

type Deadline = { at: string | null; reason: string }

/** Sets the deadline of a case by hand, or gives it back to the policy. */
export function useSetDeadline(subject: Case) {
  const queryClient = useQueryClient()
  const refresh = useRefreshCase(subject)
  const mutation = useMutation({
    mutationFn: (body: Deadline) =>
      client.call(setCaseDeadline, {
        params: { caseId: subject.id },
        headers: { ifMatch: ifMatchOf(subject) },
        body,
      }),
    onSuccess: (changed) => {
      queryClient.setQueryData(casePageQueries.detail(String(subject.number)).queryKey, changed)
      return refresh()
    },
    onError: async (error) => {
      if (isRefusal(error)) await refresh()
    },
  })
  return {
    error: mutation.error,
    isPending: mutation.isPending,
    set: (deadline: Deadline, done: string, onDone: () => void) =>
      mutation.mutate(deadline, {
        onSuccess: () => {
          onDone()
          notifications.show({ message: done })
        },
      }),
  }
}
