import type { Reference } from '@timedesk/contracts/primitives'
import { registerTime, removeTimeEntry, updateTimeEntry, type TimeEntry } from '@timedesk/contracts/time'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** Time as it is written in the form; named as the fields of the request. */
export type EntryDraft = {
  projectId: Reference | null
  minutes: number | null
  activityTypeId: string
  workDate: string
  isBillable: boolean
  customerText: string
  internalText: string
}

const touches = [queryRoots.timeEntries, queryRoots.potential, queryRoots.projects, queryRoots.customers, ['cases']]

/** Registers internal time, or time on a project. */
export function useRegisterTime() {
  return useChange(
    ({ projectId, minutes, ...same }: EntryDraft) =>
      client.call(registerTime, {
        body: { ...same, minutes: minutes ?? 0, ...(projectId !== null && { projectId: projectId.id }) },
      }),
    touches,
  )
}

type EntryChange = { entry: TimeEntry; changes: Partial<Omit<EntryDraft, 'projectId'>> }

/** Corrects an entry, if nobody did so since it was read; it is priced anew. */
export function useUpdateEntry() {
  return useChange(
    ({ entry, changes: { minutes, ...same } }: EntryChange) =>
      client.call(updateTimeEntry, {
        params: { entryId: entry.id },
        headers: ifMatch(entry.version),
        body: { ...same, ...(minutes !== undefined && { minutes: minutes ?? 0 }) },
      }),
    touches,
  )
}

/** Removes an entry; its case keeps a line of it in the log. */
export function useRemoveEntry() {
  return useChange((entryId: string) => client.call(removeTimeEntry, { params: { entryId } }), touches)
}
