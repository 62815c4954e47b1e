import { createAbsence, handOverCases, removeAbsence, updateAbsence, type Absence } from '@timedesk/contracts/absences'
import type { Reference } from '@timedesk/contracts/primitives'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** An absence as it is written in the form; named as the fields of the request. */
export type AbsenceDraft = {
  employeeId: Reference | null
  from: string
  to: string
  delegateId: Reference | null
  reason: string
}

const touched = [queryRoots.absences, queryRoots.dispatchBoard]

/** Records an absence, or changes the given one if nobody did so since it was read. */
export function useSaveAbsence(absence: Absence | null) {
  return useChange(({ employeeId, from, to, delegateId, reason }: AbsenceDraft) => {
    const body = { from, to, delegateId: delegateId?.id ?? null, reason }
    if (absence === null) return client.call(createAbsence, { body: { ...body, employeeId: employeeId?.id ?? '' } })
    return client.call(updateAbsence, {
      params: { absenceId: absence.id },
      headers: ifMatch(absence.version),
      body,
    })
  }, touched)
}

/** Takes an absence away: the person is there after all. */
export function useRemoveAbsence() {
  return useChange((absenceId: string) => client.call(removeAbsence, { params: { absenceId } }), touched)
}

type HandoverInput = { absenceId: string; comment: string }

/** Moves the person's active cases to whoever stands in. */
export function useHandOver() {
  return useChange(
    ({ absenceId, comment }: HandoverInput) =>
      client.call(handOverCases, { params: { absenceId }, body: { ...(comment !== '' && { comment }) } }),
    [...touched, queryRoots.employees, caseQueries.all()],
  )
}
