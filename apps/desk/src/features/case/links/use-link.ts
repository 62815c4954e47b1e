import { useMutation, useQueryClient } from '@tanstack/react-query'
import { linkCase, unlinkCase, type LinkRole } from '@timedesk/contracts/case-links'
import type { Case } from '@timedesk/contracts/cases'

import { client } from '../../../shared/client.ts'
import { besideQueries } from '../beside-queries.ts'
import { useRefreshCase } from '../use-move-case.ts'

/** Another case and what it is to this one. */
type Link = { role: LinkRole; otherId: string; isLinked: boolean }

/** Links a case to another one, or takes such a link away. */
export function useLink(subject: Case) {
  const queryClient = useQueryClient()
  const refresh = useRefreshCase(subject)
  return useMutation({
    mutationFn: ({ role, otherId, isLinked }: Link) =>
      client.call(isLinked ? linkCase : unlinkCase, { params: { caseId: subject.id, role, otherId } }),
    onSuccess: (links, { otherId }) => {
      queryClient.setQueryData(besideQueries.links(subject.id).queryKey, links)
      // A problem may be closed only when those below it are: what moves are possible may have changed too.
      return Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: besideQueries.of(otherId) })])
    },
  })
}
