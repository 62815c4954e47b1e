import { addDays, addMonths, firstOfMonth, lastOfMonth, mondayOf } from '@timedesk/domain/calendar/days'
import { customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import type { DemoHabit, DemoInvoicingDeed } from '../invoicing-shape.ts'
import { instantOf, officeDayFrom } from '../present.ts'
import type { Present } from '../present.ts'
import { employeeId } from '../staff.ts'
import { changedDrafts } from './changed-drafts.ts'

const MONTHS = 12
const PART_PAID_BY: CustomerKey = 'vindrose'

/** Whose drafts wait for a word of the customer instead of being posted. */
const waiting: readonly CustomerKey[] = ['sydfyn', 'hansenlund']

/** Days after an invoice is due; everybody else pays the day before. */
const paysAfterDue: Partial<Record<CustomerKey, number>> = {
  balticshipping: -4,
  polar: 3,
  groenhave: 6,
  moellegaarden: 4,
  tidevand: 18,
  aurora: 90,
}
const PAYS_AFTER_DUE = -1

/** A month that was invoiced: once its last week was approved. */
export type MonthEnd = { last: string; day: string }

/** The months that were invoiced by now, the oldest first. */
export function monthEndsAt({ today, now }: Present): MonthEnd[] {
  return Array.from({ length: MONTHS }, (_, index) => lastOfMonth(addMonths(firstOfMonth(today), index - MONTHS)))
    .map((last) => ({ last, day: officeDayFrom(addDays(mondayOf(last), 7)) }))
    .filter(({ day }) => planned(day) <= now)
}

/** Month by month: a run, the drafts looked through, all of them posted and sent; and whatever came in at the bank. */
export function monthlyInvoicing(present: Present): DemoInvoicingDeed[] {
  const monthEnds = monthEndsAt(present)
  const karen = { customerId: null, byId: employeeId('karen') }
  const runs = monthEnds.flatMap(({ last, day }, index): DemoInvoicingDeed[] => {
    const monthsAgo = monthEnds.length - index
    return [
      { ...karen, at: planned(day), kind: 'run', through: last },
      ...changedDrafts(monthsAgo, day),
      {
        ...karen,
        at: instantOf(day, '13:40'),
        kind: 'post',
        exceptIds: monthsAgo === 1 ? waiting.map(customerId) : [],
      },
    ]
  })
  const first = monthEnds[0]
  const collected = first === undefined ? [] : collectingDays(first.day, present.today)
  return [
    ...runs,
    ...collected.map((day): DemoInvoicingDeed => ({ ...karen, at: instantOf(day, '08:50'), kind: 'collect' })),
  ].filter(({ at }) => at <= present.now)
}

function planned(day: string): Date {
  return instantOf(day, '11:05')
}

function collectingDays(from: string, to: string): string[] {
  const days: string[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) days.push(officeDayFrom(monday))
  return days
}

/** When each customer pays; one has paid half of its last invoice so far. */
export function habitsAt(present: Present, customers: readonly CustomerKey[]): DemoHabit[] {
  const latest = monthEndsAt(present).at(-1)?.day ?? present.today
  return customers.map((key) => ({
    customerId: customerId(key),
    daysAfterDue: paysAfterDue[key] ?? PAYS_AFTER_DUE,
    partPaidFrom: key === PART_PAID_BY ? latest : null,
  }))
}
