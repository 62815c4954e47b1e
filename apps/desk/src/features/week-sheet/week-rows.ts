import type { Reference } from '@timedesk/contracts/primitives'
import type { TimeEntry } from '@timedesk/contracts/time'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'

import { subjectOf, type TimeSubject } from '../../shared/time/time-subject.ts'

/** What a row of the sheet is for: time on one subject with one activity. */
export type RowHead = {
  key: string
  subject: TimeSubject
  task: Reference | null
  customer: string | null
  activity: Reference
  /** The instant since which the row is there; rows keep the order in which they came. */
  since: string
}

export type WeekRow = RowHead & {
  /** The entries of each day, Monday first. */
  cells: readonly (readonly TimeEntry[])[]
}

/** A row is known by its subject, task and activity. */
export function rowKey(subject: TimeSubject, taskId: string | null, activityId: string): string {
  const on = subject === null ? 'internal' : `${subject.kind}:${subject.id}`
  return `${on}:${taskId ?? ''}:${activityId}`
}

/** The rows of a week: those with time and those that were kept, in the order in which they came. */
export function rowsOf({ entries, days }: Pick<WeekSheet, 'entries' | 'days'>, kept: readonly RowHead[]): WeekRow[] {
  const heads = new Map<string, RowHead>()
  for (const head of [...entries.map(headOf), ...kept]) {
    const known = heads.get(head.key)
    if (known === undefined) heads.set(head.key, head)
    else if (head.since < known.since) heads.set(head.key, { ...known, since: head.since })
  }
  const byRow = Map.groupBy(entries, (entry) => headOf(entry).key)
  return [...heads.values()]
    .toSorted((one, other) => (one.since === other.since ? 0 : one.since < other.since ? -1 : 1))
    .map((head) => {
      const own = byRow.get(head.key) ?? []
      return { ...head, cells: days.map(({ day }) => own.filter(({ workDate }) => workDate === day)) }
    })
}

/** The row that an entry stands in. */
export function headOf(entry: TimeEntry): RowHead {
  const subject = subjectOf(entry)
  const { task, activityType: activity, customer, createdAt } = entry
  return {
    key: rowKey(subject, task?.id ?? null, activity.id),
    ...{ subject, task, activity },
    customer: customer?.name ?? null,
    since: createdAt,
  }
}

/** What a cell holds: nothing, one entry that the cell itself stands for, or several that have to be looked at. */
export type CellKind = 'empty' | 'single' | 'several'

export function kindOfCell(entries: readonly TimeEntry[]): CellKind {
  return entries.length === 0 ? 'empty' : entries.length === 1 ? 'single' : 'several'
}

export function sumMinutes(entries: readonly { minutes: number }[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0)
}

export type ClosedBecause = 'submitted' | 'approved' | 'locked' | 'corrected' | 'elsewhere'

/** Why a cell cannot be typed into; null when it can. Several entries are changed one by one, so they say nothing. */
export function closedBecause(
  { state, can }: Pick<WeekSheet, 'state' | 'can'>,
  lock: WeekSheet['days'][number]['lock'],
  entries: readonly TimeEntry[],
): ClosedBecause | null {
  const [entry] = entries
  if (entry === undefined ? can.register : entry.can.edit) return null
  if (state === 'submitted' || state === 'approved') return state
  if (entry?.correction !== null && entry?.correction !== undefined) return 'corrected'
  if (entry?.isCorrected === true) return 'corrected'
  return lock === null ? 'elsewhere' : 'locked'
}
