import type { DemoHabit } from '@timedesk/prisma/seed/invoicing-shape'
import { officeDayFrom } from '@timedesk/prisma/seed/present'
import { dayOf } from '@timedesk/prisma/seed/working-time'
import { addDays } from '@timedesk/domain/calendar/days'
import { Prisma } from '@timedesk/prisma/client'
import { recordPayment } from '../../../invoicing/payments/record-payment.ts'
import type { Context, StaffActor } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { tellReminded } from './tell-reminded.ts'

/** Days after the due day on which the first reminder is sent, the second, and so on. */
const REMINDED_AFTER_DAYS = [4, 24]

type Owed = {
  invoiceId: string
  customerId: string
  number: string
  issuedOn: string
  dueOn: string
  payable: number
  remaining: number
  reminders: number
  invoiceEmail: string
}

/** Records what customers have paid by now, each by its habit, and reminds of what is long overdue. */
export async function collectPayments(
  tx: Tx,
  context: Context<StaffActor>,
  habits: readonly DemoHabit[],
): Promise<void> {
  const today = dayOf(context.now.getTime())
  const known = new Map(habits.map((habit) => [habit.customerId, habit]))
  for (const owed of await findOwed(tx)) {
    const habit = known.get(owed.customerId)
    if (habit === undefined) continue
    const paidOn = officeDayFrom(addDays(owed.dueOn, habit.daysAfterDue))
    if (paidOn <= today) await pay(tx, context, owed, { paidOn, isPart: isPaidInPart(owed, habit) })
    else await remind(tx, context, owed, today)
  }
}

/** What is left to pay of invoice `i`. */
const remaining = Prisma.sql`(i.payable - coalesce((SELECT sum(p.amount) FROM payment p WHERE p.invoice_id = i.id), 0)
  - coalesce((SELECT sum(n.payable) FROM invoice n WHERE n.corrects_id = i.id AND n.state = 'posted'), 0))`

function findOwed(tx: Tx): Promise<Owed[]> {
  return tx.rows<Owed>(Prisma.sql`SELECT i.id AS "invoiceId", i.customer_id AS "customerId", i.number, i.issued_on::text AS "issuedOn",
      i.due_on::text AS "dueOn", i.payable::float8 AS payable, ${remaining}::float8 AS remaining,
      (SELECT count(*) FROM reminder m WHERE m.invoice_id = i.id)::int AS reminders, cu.invoice_email AS "invoiceEmail"
    FROM invoice i JOIN customer cu ON cu.id = i.customer_id
    WHERE i.state = 'posted' AND i.kind = 'invoice' AND ${remaining} > 0 ORDER BY i.due_on, i.number_in_series`)
}

function isPaidInPart({ issuedOn }: Owed, { partPaidFrom }: DemoHabit): boolean {
  return partPaidFrom !== null && issuedOn >= partPaidFrom
}

/** Half of it, once, where that is all that came. */
async function pay(
  tx: Tx,
  context: Context<StaffActor>,
  { invoiceId, number: reference, payable, remaining }: Owed,
  { paidOn, isPart }: { paidOn: string; isPart: boolean },
): Promise<void> {
  if (isPart && remaining < payable) return
  const amount = isPart ? Math.ceil(remaining / 2) : remaining
  await recordPayment(tx, context, { invoiceId, amountIn: () => amount, paidOn, reference })
}

async function remind(
  tx: Tx,
  context: Context<StaffActor>,
  { dueOn, reminders, invoiceEmail: to, ...owed }: Owed,
  today: string,
): Promise<void> {
  const after = REMINDED_AFTER_DAYS[reminders]
  if (after === undefined || to === '' || addDays(dueOn, after) > today) return
  await tellReminded(tx, context, { ...owed, to, level: reminders + 1 })
}
