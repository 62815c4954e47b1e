import type { Reference } from '@timedesk/contracts/primitives'
import type { ActivityType } from '@timedesk/contracts/settings'
import type { TimeEntry } from '@timedesk/contracts/time'

import { clockIn } from '../clock-in.ts'
import { activityOf, emptyTimeForm, spanOf, toTimeDraft, type TimeForm } from './time-form.ts'
import { subjectChange, subjectFields, subjectOf, type TimeSubject } from './time-subject.ts'
import type { Correction, EntryChanges, NewEntry } from './use-entry-changes.ts'

/** An entry as it is written in the form. */
export type EntryDraft = TimeForm & {
  subject: TimeSubject
  taskId: Reference | null
  /** Why it is corrected. */
  reason: string
}

export function emptyEntry(types: readonly ActivityType[]): EntryDraft {
  const activityTypeId = activityOf(emptyTimeForm, types)?.id ?? null
  return { ...emptyTimeForm, activityTypeId, subject: null, taskId: null, reason: '' }
}

export function draftOfEntry(entry: TimeEntry, timeZone: string): EntryDraft {
  const { minutes, activityType, workDate, isBillable, priceClass, customerText, internalText, task } = entry
  const clock = (instant: string | null) => (instant === null ? '' : clockIn(timeZone, instant))
  return {
    ...{ minutes, activityTypeId: activityType.id, workDate, isBillable, customerText, internalText },
    startedAt: clock(entry.startedAt),
    endedAt: clock(entry.endedAt),
    priceClassId: priceClass?.id ?? null,
    subject: subjectOf(entry),
    taskId: task,
    reason: '',
  }
}

/** The new entry to send; undefined while it is not known how long. */
export function entryOf(
  { subject, taskId, ...form }: EntryDraft,
  types: readonly ActivityType[],
  timeZone: string,
): NewEntry | undefined {
  const draft = toTimeDraft(form, types, timeZone)
  return draft && { ...draft, ...subjectFields(subject, taskId?.id) }
}

/** What was changed, as the API takes it. Start and end go with the day and the minutes they make. */
export function updateOf(draft: EntryDraft, changes: Partial<EntryDraft>, timeZone: string): EntryChanges {
  const { customerText, internalText, isBillable, activityTypeId } = changes
  return {
    ...(customerText !== undefined && { customerText }),
    ...(internalText !== undefined && { internalText }),
    ...(typeof isBillable === 'boolean' && { isBillable }),
    ...(typeof activityTypeId === 'string' && { activityTypeId }),
    ...(changes.priceClassId !== undefined && { priceClassId: changes.priceClassId }),
    ...(hasAny(changes, ['subject', 'taskId']) && subjectChange(draft.subject, draft.taskId?.id ?? null)),
    ...(hasAny(changes, ['minutes', 'startedAt', 'endedAt', 'workDate']) && timeChange(draft, timeZone)),
  }
}

function timeChange(draft: EntryDraft, timeZone: string): EntryChanges {
  const span = spanOf(draft, timeZone)
  const { minutes, workDate } = draft
  const typed = minutes ?? span?.minutes
  return {
    startedAt: span?.startedAt ?? null,
    endedAt: span?.endedAt ?? null,
    ...(typed !== undefined && { minutes: typed }),
    ...(workDate !== null && { workDate }),
  }
}

/** The correction to send: minutes and what else was changed, and why. */
export function correctionOf(draft: EntryDraft, changes: Partial<EntryDraft>): Correction {
  const { customerText, internalText, isBillable, activityTypeId, priceClassId } = changes
  return {
    minutes: draft.minutes ?? 0,
    ...(customerText !== undefined && { customerText }),
    ...(internalText !== undefined && { internalText }),
    ...(typeof isBillable === 'boolean' && { isBillable }),
    ...(typeof activityTypeId === 'string' && { activityTypeId }),
    ...(typeof priceClassId === 'string' && { priceClassId }),
    reason: draft.reason.trim(),
  }
}

function hasAny(changes: Partial<EntryDraft>, names: readonly (keyof EntryDraft)[]): boolean {
  return names.some((name) => name in changes)
}
