import { correctTimeEntry } from '@timedesk/contracts/corrections'
import { registerTime, removeTimeEntry, updateTimeEntry, type TimeEntry } from '@timedesk/contracts/time'
import type { z } from 'zod'

import { client } from '../client.ts'
import { useChange } from '../deeds/use-change.ts'
import { ifMatch } from '../if-match.ts'
import { touchedByTime } from './touched-by-time.ts'

export type NewEntry = z.input<typeof registerTime.body>
export type EntryChanges = z.input<typeof updateTimeEntry.body>
export type Correction = z.input<typeof correctTimeEntry.body>

/** Registers time on a case, on a project, or internal time. */
export function useRegisterTime() {
  return useChange((body: NewEntry) => client.call(registerTime, { body }), touchedByTime)
}

/** Changes or moves an entry, if nobody did so since it was read; it is covered and priced anew. */
export function useUpdateEntry() {
  return useChange(
    ({ entry, body }: { entry: Pick<TimeEntry, 'id' | 'version'>; body: EntryChanges }) =>
      client.call(updateTimeEntry, { params: { entryId: entry.id }, headers: ifMatch(entry.version), body }),
    touchedByTime,
  )
}

/** Removes an entry; its case keeps a line of it in the log. */
export function useRemoveEntry() {
  return useChange((entryId: string) => client.call(removeTimeEntry, { params: { entryId } }), touchedByTime)
}

/** Takes an entry of a closed week or period back, and replaces it unless it is taken back whole. */
export function useCorrectEntry() {
  return useChange(
    ({ entryId, body }: { entryId: string; body: Correction }) =>
      client.call(correctTimeEntry, { params: { entryId }, body }),
    touchedByTime,
  )
}
