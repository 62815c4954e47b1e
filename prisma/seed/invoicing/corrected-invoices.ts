import { addDays } from '@timedesk/domain/calendar/days'
import { customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import type { DemoDisposition, DemoInvoicingDeed } from '../invoicing-shape.ts'
import { instantOf, officeDayUpTo } from '../present.ts'
import type { Present } from '../present.ts'
import { employeeId } from '../staff.ts'
import type { MonthEnd } from './month-ends.ts'

/** What was credited of an invoice, so many days after the run so many months ago. */
type Correction = {
  customer: CustomerKey
  monthsAgo: number
  days: number
  part: 'all' | 'first'
  disposition: DemoDisposition
  reason: string
}

const corrections: readonly Correction[] = [
  {
    ...{ customer: 'balticshipping', monthsAgo: 5, days: 6, part: 'all', disposition: 'rebill' },
    reason: 'It has to name the new order; invoiced again with the next month',
  },
  {
    ...{ customer: 'jysktag', monthsAgo: 4, days: 7, part: 'first', disposition: 'write_off' },
    reason: 'Fejlen var vores egen',
  },
  {
    ...{ customer: 'advokathuset', monthsAgo: 2, days: 8, part: 'first', disposition: 'write_off' },
    reason: 'Aftalt med Charlotte Brandt på telefonen',
  },
  {
    ...{ customer: 'polar', monthsAgo: 3, days: 3, part: 'first', disposition: 'rebill' },
    reason: 'It belongs to the project of the terminal',
  },
]

/** Credit notes of the past. */
export function correctedInvoices(monthEnds: readonly MonthEnd[], { now }: Present): DemoInvoicingDeed[] {
  return corrections
    .flatMap(({ customer, monthsAgo, days, ...credit }): DemoInvoicingDeed[] => {
      const monthEnd = monthEnds.at(-monthsAgo)
      if (monthEnd === undefined) return []
      const at = instantOf(officeDayUpTo(addDays(monthEnd.day, days)), '10:20')
      return [{ ...credit, at, customerId: customerId(customer), kind: 'credit', byId: employeeId('karen') }]
    })
    .filter(({ at }) => at <= now)
}
