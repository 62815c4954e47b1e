import type { TimeEntry } from '@timedesk/contracts/time'
import { useState } from 'react'

import { useProblem } from '../../shared/problems/use-problem.ts'
import { subjectFields } from '../../shared/time/time-subject.ts'
import { useRegisterTime, useRemoveEntry, useUpdateEntry, type NewEntry } from '../../shared/time/use-entry-changes.ts'
import type { RowHead } from './week-rows.ts'

export type Place = { row: RowHead; day: string }

/** What was typed into a cell and is not the sheet's yet: on its way, or refused with the words why. */
export type CellEdit = { place: Place; text: string } & (
  { state: 'saving'; minutes: number } | { state: 'refused'; because: string }
)

export type CellSaving = {
  editOf: (place: Place) => CellEdit | undefined
  refused: CellEdit[]
  /** Registers, changes or, with no minutes, removes the entry of a cell at once. */
  save: (place: Place, entry: TimeEntry | undefined, minutes: number, text: string) => void
  /** Keeps a text that cannot be saved, with the words why. */
  refuse: (place: Place, text: string, because: string) => void
  forget: (place: Place) => void
}

export function cellKey({ row, day }: Place): string {
  return `${row.key} ${day}`
}

/**
 * Shows what is typed before the API has it. When it refuses, the cell shows what it had, and the typed text is kept
 * with the words why. `onEmptied` hears of removed entries, so that they can be brought back.
 */
export function useCellSaving(
  employeeId: string | undefined,
  onEmptied: (place: Place, entry: TimeEntry) => void,
): CellSaving {
  const word = useProblem()
  const [edits, setEdits] = useState<ReadonlyMap<string, CellEdit>>(new Map())
  const deeds = { register: useRegisterTime(), update: useUpdateEntry(), remove: useRemoveEntry() }
  const put = (place: Place, edit: CellEdit | undefined) =>
    setEdits((before) => {
      const next = new Map(before)
      if (edit === undefined) next.delete(cellKey(place))
      else next.set(cellKey(place), edit)
      return next
    })

  const run = async (place: Place, entry: TimeEntry | undefined, minutes: number): Promise<void> => {
    if (entry === undefined) await deeds.register.mutateAsync(newEntry(place, minutes, employeeId))
    else if (minutes > 0) await deeds.update.mutateAsync({ entry, body: { minutes } })
    else {
      await deeds.remove.mutateAsync(entry.id)
      onEmptied(place, entry)
    }
  }

  const refuse = (place: Place, text: string, because: string) => put(place, { place, text, state: 'refused', because })

  return {
    editOf: (place) => edits.get(cellKey(place)),
    refused: [...edits.values()].filter(({ state }) => state === 'refused'),
    save: (place, entry, minutes, text) => {
      put(place, { place, text, state: 'saving', minutes })
      run(place, entry, minutes).then(
        () => put(place, undefined),
        (error: unknown) => refuse(place, text, word(error).title),
      )
    },
    refuse,
    forget: (place) => put(place, undefined),
  }
}

/** The request for new time in a cell. */
export function newEntry({ row, day }: Place, minutes: number, employeeId: string | undefined): NewEntry {
  return {
    ...subjectFields(row.subject, row.task?.id),
    ...{ minutes, workDate: day, activityTypeId: row.activity.id },
    ...(employeeId !== undefined && { employeeId }),
  }
}
