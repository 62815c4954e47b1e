import type { updateTimeEntry as contract } from '@timedesk/contracts/time'
import { firstOpenDay, type Booking } from '@timedesk/domain/time/first-open-day'
import type { z } from 'zod'
import { coverWork } from '../agreements/cover-work.ts'
import type { StaffActor } from '../platform/context.ts'
import { readRate } from '../platform/read-rate.ts'
import { choiceAfter } from './billable-choice.ts'
import type { TimeGround } from './find-ground.ts'
import type { Planned } from './plan-change.ts'
import type { EntryBefore } from './read-entry.ts'

type Wanted = z.output<typeof contract.body>

/** An entry's fields that a change can reach, as they are stored. Rate in minor units, instants in milliseconds. */
export type EntryFields = Planned &
  Booking & {
    customerId: string | null
    billableChoice: boolean | null
    rateOverride: number | null
    customerText: string
    internalText: string
  }

/** A corrected text alone does not bring today's prices to work of before. */
const WORTH_FIELDS = [
  'customerId',
  'caseId',
  'projectId',
  'activityTypeId',
  'priceClassId',
  'workDate',
  'startMs',
  'endMs',
  'minutes',
  'billableChoice',
  'rateOverride',
] as const satisfies (keyof EntryFields)[]
const FIELDS = [...WORTH_FIELDS, 'taskId', 'customerText', 'internalText'] as const satisfies (keyof EntryFields)[]

/** What differs between an entry's fields before and after: nothing, words only, or something that decides its worth. */
export function differenceOf(before: EntryFields, after: EntryFields): 'none' | 'words' | 'worth' {
  if (WORTH_FIELDS.some((field) => before[field] !== after[field])) return 'worth'
  return FIELDS.some((field) => before[field] !== after[field]) ? 'words' : 'none'
}

export function fieldsOf({ startedAt, endedAt, ...before }: EntryBefore): EntryFields {
  return { ...before, startMs: startedAt?.getTime() ?? null, endMs: endedAt?.getTime() ?? null }
}

/**
 * An entry's fields after a change, on the ground of where it goes. Another activity type decides anew whether it is
 * billable, and another day where it is booked. Refuses what is billable to nobody, and with `invalid_money` a price
 * in another currency than its cover's.
 */
export function decideChange(
  { permissions }: StaffActor,
  before: EntryBefore,
  planned: Planned,
  wanted: Wanted,
  { customerId, projectId, locks, work, cover }: TimeGround,
): EntryFields {
  const { ratePerHour: price } = wanted
  const { activityTypeId } = planned
  const choice = choiceAfter(before, { customerId, activityTypeId }, wanted.isBillable)
  const rateOverride = price === undefined ? before.rateOverride : readRate(price, price?.currency ?? '')
  if (price !== undefined && price !== null) {
    const entry = { ...work, ...planned, id: before.id, isBillable: choice, ratePerHour: rateOverride }
    for (const covered of coverWork([entry], cover)) readRate(price, covered.cover.currency)
  }
  const booked =
    planned.workDate === before.workDate
      ? before
      : firstOpenDay(planned.workDate, locks, permissions.has('period:override'))
  return {
    ...planned,
    bookedOn: booked.bookedOn,
    isLate: booked.isLate,
    customerId,
    projectId,
    priceClassId: wanted.priceClassId === undefined ? before.priceClassId : (work.priceClass?.id ?? null),
    billableChoice: choice,
    rateOverride,
    customerText: wanted.customerText ?? before.customerText,
    internalText: wanted.internalText ?? before.internalText,
  }
}
