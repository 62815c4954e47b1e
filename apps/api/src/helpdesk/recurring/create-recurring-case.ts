import type { createRecurringCase as contract } from '@timedesk/contracts/recurring-cases'
import { clockMinutes } from '@timedesk/domain/calendar/clock'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { requireActive } from '../../platform/db/references.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { requireOfCustomer, requireOrder } from './store-recurring-case.ts'

/** Creates a recurring case; it counts from now on. Refuses what it refers to and is not active or of another customer. */
export async function createRecurringCase(
  tx: Tx,
  context: Context,
  wanted: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  const { name, templateId, customerId, contactId, agreementId, every, startsOn, endsOn } = wanted
  requireOrder(startsOn, endsOn)
  await requireActive(tx, 'case_template', templateId, '/body/templateId')
  await requireActive(tx, 'customer', customerId, '/body/customerId')
  await requireOfCustomer(tx, customerId, wanted)
  await tx.rows(Prisma.sql`INSERT INTO recurring_case (id, name, template_id, customer_id, contact_id, agreement_id, unit, every, weekdays,
      day_of_month, clock_minutes, starts_on, ends_on, since)
    VALUES (${id}::uuid, ${name}, ${templateId}::uuid, ${customerId}::uuid, ${contactId}::uuid, ${agreementId}::uuid, ${every.unit},
      ${every.interval}, ${every.weekdays}::int[], ${every.dayOfMonth}, ${clockMinutes(wanted.time)}, ${startsOn}::date, ${endsOn}::date, ${context.now})`)
  await appendEvents(tx, context, { kind: 'setting', id, customerId }, [
    { type: 'setting.created', setting: 'recurring_case', name },
  ])
  return id
}
