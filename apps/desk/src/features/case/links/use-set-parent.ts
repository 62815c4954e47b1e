import { useMutation, useQueryClient } from '@tanstack/react-query'
import { setCaseParent } from '@timedesk/contracts/case-links'
import type { Case } from '@timedesk/contracts/cases'

import { client } from '../../../shared/client.ts'
import { besideQueries } from '../beside-queries.ts'
import { useRefreshCase } from '../use-move-case.ts'

/** Puts a case below another, or takes it out from below. */
export function useSetParent(subject: Case) {
  const queryClient = useQueryClient()
  const refresh = useRefreshCase(subject)
  return useMutation({
    mutationFn: (parentId: string | null) =>
      client.call(setCaseParent, { params: { caseId: subject.id }, body: { parentId } }),
    onSuccess: (links) => {
      queryClient.setQueryData(besideQueries.links(subject.id).queryKey, links)
      return refresh()
    },
  })
}
