import { extranetCreateCase } from '@timedesk/contracts/extranet-cases'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { caseQueries } from '../../shared/case-queries.ts'
import { client } from '../../shared/client.ts'

/** Reports a case. */
export function useReportCase() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof extranetCreateCase.body>) => client.call(extranetCreateCase, { body }),
    onSuccess: (created) => {
      queryClient.setQueryData(caseQueries.detail(String(created.number)).queryKey, created)
      return queryClient.invalidateQueries({ queryKey: caseQueries.lists() })
    },
  })
}
