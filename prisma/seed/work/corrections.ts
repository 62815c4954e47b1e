import { addDays, firstOfMonth, mondayOf } from '@timedesk/domain/calendar/days'
import { customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import { monthEndsAt } from '../invoicing/month-ends.ts'
import { instantOf, officeDayUpTo } from '../present.ts'
import type { Present } from '../present.ts'
import type { DemoCase } from '../shape.ts'
import type { DemoDeed } from '../settlement-shape.ts'
import { employeeId } from '../staff.ts'
import type { DemoTime, DemoWork } from '../time-shape.ts'

const WEEKS_AGO = 3
const TOO_MANY_MINUTES = 45
const INVOICED_MONTHS_AGO = 3
const FOUND_AFTER_DAYS = 4
/** Whose time of these weeks is on a draft, from which nobody took it off. */
const DRAFTED: readonly CustomerKey[] = ['sydfyn', 'hansenlund', 'advokathuset', 'elmotor']
/** Whose support is charged by the hour, each entry rounded by itself. */
const BY_THE_HOUR: readonly CustomerKey[] = ['balticshipping', 'polar', 'jysktag']

/**
 * Two entries of a week that is approved, found to be wrong: the lead put one right at once, and what its own
 * employee corrected waits for his approval. And one that was invoiced: the next invoice takes it along.
 */
export function corrections(cases: readonly DemoCase[], work: readonly DemoWork[], present: Present): DemoDeed[] {
  const monday = addDays(mondayOf(present.today), -7 * WEEKS_AGO)
  const isOfWeek = ({ workDate, minutes, isBillable }: DemoTime) =>
    mondayOf(workDate) === monday && minutes >= TOO_MANY_MINUTES && isBillable
  const drafted = DRAFTED.map(customerId)
  const onCase = cases
    .filter((one) => !drafted.includes(one.customerId))
    .flatMap(({ customerId, happenings }) =>
      happenings.flatMap((it) => (it.kind === 'time' ? [{ customerId, entry: it.entry }] : [])),
    )
    .find(({ entry }) => isOfWeek(entry))
  const onProject = work.find(
    (one) => one.employeeId === employeeId('laura') && !drafted.includes(one.customerId ?? '') && isOfWeek(one),
  )
  return [
    ...invoicedTooMuch(cases, present),
    ...(onCase === undefined
      ? []
      : [
          correct(
            onCase.customerId,
            onCase.entry,
            'jonas',
            20,
            'The customer was on the phone for twenty minutes',
            present.officeAgo(1100),
          ),
        ]),
    ...(onProject === undefined || onProject.customerId === null
      ? []
      : [
          correct(
            onProject.customerId,
            onProject,
            'laura',
            onProject.minutes - 30,
            'Lunch was counted',
            present.officeAgo(640),
          ),
        ]),
  ]
}

function invoicedTooMuch(cases: readonly DemoCase[], present: Present): DemoDeed[] {
  const monthEnd = monthEndsAt(present).at(-INVOICED_MONTHS_AGO)
  if (monthEnd === undefined) return []
  const at = instantOf(officeDayUpTo(addDays(monthEnd.day, FOUND_AFTER_DAYS)), '09:30')
  const customers = BY_THE_HOUR.map(customerId)
  const found = cases
    .filter((one) => customers.includes(one.customerId) && !one.isOutsideContract)
    .flatMap((one) => one.happenings.flatMap((it) => (it.kind === 'time' ? [{ ...one, entry: it.entry }] : [])))
    .find(({ entry: { workDate, minutes, isBillable } }) => {
      return isBillable && minutes >= TOO_MANY_MINUTES && firstOfMonth(workDate) === firstOfMonth(monthEnd.last)
    })
  if (found === undefined || at > present.now) return []
  const { entry } = found
  return [
    correct(found.customerId, entry, 'jonas', entry.minutes - 30, 'Half of the time was for another customer', at),
  ]
}

function correct(
  customerId: string,
  { id, minutes }: DemoTime,
  by: 'jonas' | 'laura',
  rightMinutes: number,
  reason: string,
  at: Date,
): DemoDeed {
  if (rightMinutes >= minutes) throw new RangeError('A correction takes minutes away')
  return { at, customerId, kind: 'correct', byId: employeeId(by), entryId: id, minutes: rightMinutes, reason }
}
