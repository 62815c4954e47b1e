import { createPriority, updatePriority, type Priority } from '@timedesk/contracts/case-settings'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** A priority as it is written in the form; named as the fields of the request. */
export type PriorityDraft = { name: string; level: number; isActive: boolean }

/** Creates a priority. */
export function useCreatePriority() {
  return useChange(
    ({ name, level }: PriorityDraft) => client.call(createPriority, { body: { name, level } }),
    [queryRoots.settings],
  )
}

type PriorityChange = { priority: Priority; body: Partial<PriorityDraft> & { isDefault?: true } }

/** Changes a priority, if nobody did so since it was read. */
export function useUpdatePriority() {
  return useChange(
    ({ priority: { id, version }, body }: PriorityChange) =>
      client.call(updatePriority, { params: { priorityId: id }, headers: ifMatch(version), body }),
    [queryRoots.settings],
  )
}
