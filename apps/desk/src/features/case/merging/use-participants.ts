import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { addCaseParticipant, listCaseParticipants, removeCaseParticipant } from '@timedesk/contracts/case-participants'

import { client } from '../../../shared/client.ts'
import { besideQueries } from '../beside-queries.ts'
import { casePageQueries } from '../case-page-queries.ts'

/** The contacts who see a case beside the one it is for. */
export const participantsOf = (caseId: string) =>
  queryOptions({
    queryKey: [...besideQueries.of(caseId), 'participants'],
    queryFn: ({ signal }) => client.call(listCaseParticipants, { params: { caseId }, signal }),
  })

type Change = { contactId: string; isIn: boolean }

/** Lets a contact see a case, or no longer. */
export function useChangeParticipant(caseId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ contactId, isIn }: Change) =>
      client.call(isIn ? addCaseParticipant : removeCaseParticipant, { params: { caseId, contactId } }),
    onSuccess: (participants) => {
      queryClient.setQueryData(participantsOf(caseId).queryKey, participants)
      return queryClient.invalidateQueries({ queryKey: casePageQueries.timelines(caseId) })
    },
  })
}
