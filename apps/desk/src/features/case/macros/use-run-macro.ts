import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { ifMatchOf } from '@timedesk/client/address'
import type { Case } from '@timedesk/contracts/cases'
import { runMacro } from '@timedesk/contracts/macros'

import { client } from '../../../shared/client.ts'
import { casePageQueries } from '../case-page-queries.ts'
import { useRefreshCase } from '../use-move-case.ts'

type Run = { macroId: string; body: string | null; caseVersion: number }

/**
 * Runs a macro on the case that its preview was made of: all of it happens, or nothing. When the case was changed
 * meanwhile it is refused, and case and preview are read again.
 */
export function useRunMacro(subject: Case) {
  const queryClient = useQueryClient()
  const refresh = useRefreshCase(subject)
  return useMutation({
    mutationFn: ({ macroId, body, caseVersion }: Run) =>
      client.call(runMacro, {
        params: { caseId: subject.id },
        headers: { ifMatch: ifMatchOf({ version: caseVersion }) },
        body: { macroId, ...(body !== null && { body }) },
      }),
    onSuccess: (run) => {
      queryClient.setQueryData(casePageQueries.detail(String(subject.number)).queryKey, run.case)
      return refresh()
    },
    onError: async (error) => {
      if (isRefusal(error)) await refresh()
    },
  })
}
