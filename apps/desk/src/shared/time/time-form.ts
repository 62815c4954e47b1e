import type { ActivityType } from '@timedesk/contracts/settings'
import type { TimeDraft } from '@timedesk/contracts/time'

import { minutesOfClock, spanIn } from '../clock-in.ts'
import { dayIn } from '../day-in.ts'

/** Time as it stands in a form, named as the fields of the request; what was not touched follows its activity. */
export type TimeForm = {
  /** As typed; null follows start and end. */
  minutes: number | null
  /** Clocks `09:30` where the company is; empty: nobody says when. */
  startedAt: string
  endedAt: string
  workDate: string | null
  activityTypeId: string | null
  priceClassId: string | null
  isBillable: boolean | null
  customerText: string
  internalText: string
}

export const emptyTimeForm: TimeForm = {
  minutes: null,
  startedAt: '',
  endedAt: '',
  workDate: null,
  activityTypeId: null,
  priceClassId: null,
  isBillable: null,
  customerText: '',
  internalText: '',
}

/** The activity that a form means: the chosen one, else the first that is in use. */
export function activityOf(form: TimeForm, types: readonly ActivityType[]): ActivityType | undefined {
  return types.find(({ id }) => id === form.activityTypeId) ?? types.find(({ isActive }) => isActive)
}

/** When a form says that it was worked; null unless it names start and end. */
export function spanOf({ startedAt, endedAt, workDate }: TimeForm, timeZone: string) {
  return spanIn(timeZone, workDate ?? dayIn(timeZone, new Date()), startedAt, endedAt)
}

/** Whether it ends on the day after it starts, or with the very day. */
export function isOvernight({ startedAt, endedAt }: TimeForm): boolean {
  const [start, end] = [minutesOfClock(startedAt), minutesOfClock(endedAt)]
  return start !== null && end !== null && end <= start
}

/** Whether a form names a start or an end, but not both so that they can be read. */
export function hasHalfSpan(form: TimeForm, timeZone: string): boolean {
  return (form.startedAt !== '' || form.endedAt !== '') && spanOf(form, timeZone) === null
}

/** The time to send; undefined while it is not known how long or on what. The day of a span is that of its start. */
export function toTimeDraft(form: TimeForm, types: readonly ActivityType[], timeZone: string): TimeDraft | undefined {
  const activity = activityOf(form, types)
  const { minutes, workDate, isBillable, priceClassId, customerText, internalText } = form
  const span = spanOf(form, timeZone)
  if (activity === undefined || (minutes === null && span === null)) return undefined
  if (hasHalfSpan(form, timeZone)) return undefined
  return {
    ...(span !== null && { startedAt: span.startedAt, endedAt: span.endedAt }),
    ...(minutes !== null && minutes !== span?.minutes && { minutes }),
    ...(span === null && workDate !== null && { workDate }),
    activityTypeId: activity.id,
    ...(priceClassId !== null && { priceClassId }),
    ...(isBillable !== null && { isBillable }),
    ...(customerText !== '' && { customerText }),
    ...(internalText !== '' && { internalText }),
  }
}
