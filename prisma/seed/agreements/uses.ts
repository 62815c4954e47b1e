import { addDays } from '@timedesk/domain/calendar/days'
import { compareText } from '@timedesk/domain/cover/order'
import type { Rounding } from '@timedesk/domain/time/round-minutes'
import { roundMinutes } from '@timedesk/domain/time/round-minutes'
import { isOfficeDay } from '../present.ts'
import { drawFactorOf } from '../price-classes.ts'
import { activityId, activityTypes } from '../settings.ts'
import type { ActivityKey } from '../settings.ts'
import type { DemoCase } from '../shape.ts'
import { employeeId, employeeKeys, priceClassOf } from '../staff.ts'
import type { DemoTime } from '../time-shape.ts'

const WHOLE = 1000
/** How many minutes a piece too few or too many weighs. */
const MISSED_PIECE = 30
const FIVE_HOURS = 300
const RESERVE_MINUTES = 150

/** Minutes of a voucher that work of a day takes. */
export type Use = { workDate: string; units: number }

const minimumOf = new Map(activityTypes.map(({ id, minimumMinutes }) => [id, minimumMinutes]))
const factorOf = new Map(employeeKeys.map((key) => [employeeId(key), drawFactorOf(priceClassOf(key))]))

/** What the customer’s work on cases takes of a voucher for it, in the order of the work. Without surcharges. */
export function usesOf(
  cases: readonly Pick<DemoCase, 'customerId' | 'happenings'>[],
  customerId: string,
  { increment, minimum }: Rounding,
  excluded: readonly ActivityKey[],
): Use[] {
  const outside = new Set(excluded.map(activityId))
  const taken = (time: DemoTime): Use => {
    const least = Math.max(minimum, minimumOf.get(time.activityTypeId) ?? 0)
    const billable = roundMinutes(time.minutes, { increment, minimum: least })
    const factor = factorOf.get(time.employeeId) ?? WHOLE
    return { workDate: time.workDate, units: Math.ceil((billable * factor) / WHOLE) }
  }
  return cases
    .filter((one) => one.customerId === customerId)
    .flatMap((one) => one.happenings.flatMap((it) => (it.kind === 'time' ? [it.entry] : [])))
    .filter(({ isBillable, activityTypeId }) => isBillable && !outside.has(activityTypeId))
    .sort((one, other) => compareText(one.workDate, other.workDate) || compareText(one.id, other.id))
    .map(taken)
}

export type Wanted = {
  /** How much could have been bought, the likeliest first. */
  quantities: readonly number[]
  /** Units that are to be left; below zero: what went beyond. */
  left: readonly [from: number, to: number]
  /** How many pieces of work are to have gone beyond. */
  beyond?: readonly [from: number, to: number]
  /** The first and the last day on which it may have been bought. */
  between: readonly [from: string, to: string]
}

export type Bought = { day: string; quantity: number }

/** The day and size of a voucher that stands as wanted after these uses, or as near to that as any. */
export function buyFor(uses: readonly Use[], wanted: Wanted): Bought {
  const { quantities, between, left, beyond = [0, Infinity] } = wanted
  let best: Bought = { day: between[0], quantity: quantities[0] ?? 0 }
  let least = Infinity
  for (const quantity of quantities)
    for (let day = between[0]; day <= between[1]; day = addDays(day, 1)) {
      if (!isOfficeDay(day)) continue
      const stand = standAfter(uses, { day, quantity })
      const miss = distance(stand.left, left) + distance(stand.beyond, beyond) * MISSED_PIECE
      if (miss >= least) continue
      least = miss
      best = { day, quantity }
    }
  return best
}

function standAfter(uses: readonly Use[], { day, quantity }: Bought): { left: number; beyond: number } {
  let left = quantity
  let beyond = 0
  for (const { workDate, units } of uses) {
    if (workDate < day) continue
    left -= units
    if (left < 0) beyond += 1
  }
  return { left, beyond }
}

function distance(number: number, [from, to]: readonly [from: number, to: number]): number {
  return Math.max(0, from - number, number - to)
}

/** The smallest voucher of whole five hours, in minutes, that leaves something of what was used since a day. */
export function enoughFor(uses: readonly Use[], day: string): number {
  const used = uses.filter(({ workDate }) => workDate >= day).reduce((sum, { units }) => sum + units, 0)
  return Math.ceil((used + RESERVE_MINUTES) / FIVE_HOURS) * FIVE_HOURS
}
