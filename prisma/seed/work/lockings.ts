import { addDays, addMonths, firstOfMonth, lastOfMonth } from '@timedesk/domain/calendar/days'
import { instantOf, officeDayUpTo } from '../present.ts'
import type { Present } from '../present.ts'
import type { DemoDeed } from '../settlement-shape.ts'
import { employeeId } from '../staff.ts'

const MONTHS_AGO = [3, 2, 1]
const CLOSED_ON_DAY = 5
const REOPENED_ON_DAY = 12
const BECAUSE = 'Two days of the ERP integration were on the wrong project'

/**
 * Each month, the books of the month before are closed for most and those of the one before that for everybody; but
 * not yet in this one. Once they were opened again for an hour.
 */
export function lockings({ today }: Present): DemoDeed[] {
  const monthly = MONTHS_AGO.map((monthsAgo) => {
    const month = addMonths(firstOfMonth(today), -monthsAgo)
    return closing(month, CLOSED_ON_DAY, '16:10')
  })
  const month = addMonths(firstOfMonth(today), -1)
  const hardLockedThrough = monthEnd(month, -2)
  const reopened = {
    ...closing(month, REOPENED_ON_DAY, '13:05'),
    softLockedThrough: hardLockedThrough,
    reason: BECAUSE,
  }
  return [...monthly, reopened, closing(month, REOPENED_ON_DAY, '14:20')]
}

function closing(month: string, dayOfMonth: number, clock: string) {
  return {
    at: instantOf(officeDayUpTo(addDays(month, dayOfMonth - 1)), clock),
    customerId: null,
    kind: 'lock',
    byId: employeeId('karen'),
    softLockedThrough: monthEnd(month, -1),
    hardLockedThrough: monthEnd(month, -2),
    reason: '',
  } satisfies DemoDeed
}

function monthEnd(month: string, months: number): string {
  return lastOfMonth(addMonths(month, months))
}
