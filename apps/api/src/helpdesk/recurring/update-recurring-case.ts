import { isDeepStrictEqual } from 'node:util'
import type { updateRecurringCase as contract } from '@timedesk/contracts/recurring-cases'
import { clockMinutes, clockText } from '@timedesk/domain/calendar/clock'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { chooseReference } from '../../platform/db/references.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { readRecurringCase, ruleOf, type RecurringRow } from './find-recurring-cases.ts'
import { requireOfCustomer, requireOrder } from './store-recurring-case.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes, pauses or resumes a recurring case. Another rule, or the end of a pause, counts from now on: nothing that was
 * due before is made up for. Refuses a stale version, and what is not active or of another customer.
 */
export async function updateRecurringCase(
  tx: Tx,
  context: Context,
  { recurringId, ...wanted }: { recurringId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM recurring_case WHERE id = ${recurringId}::uuid FOR UPDATE`)
  const before = await readRecurringCase(tx, recurringId)
  requireVersion(before.version, ifMatch)
  const after = await recurringAfter(tx, before, wanted)
  if (isDeepStrictEqual(before, after)) return
  const isNewRule = !isDeepStrictEqual(ruleOf(before), ruleOf(after)) || (after.isActive && !before.isActive)
  await tx.rows(Prisma.sql`UPDATE recurring_case SET name = ${after.name}, template_id = ${after.template.id}::uuid,
      contact_id = ${after.contact?.id ?? null}::uuid, agreement_id = ${after.agreement?.id ?? null}::uuid, unit = ${after.unit}, every = ${after.interval},
      weekdays = ${after.weekdays}::int[], day_of_month = ${after.dayOfMonth}, clock_minutes = ${after.clockMinutes}, starts_on = ${after.startsOn}::date,
      ends_on = ${after.endsOn}::date, is_active = ${after.isActive}, since = ${isNewRule ? context.now : before.since}, version = version + 1
    WHERE id = ${recurringId}::uuid`)
  const subject = { kind: 'setting', id: recurringId, customerId: before.customer.id } as const
  await appendEvents(tx, context, subject, [
    {
      type: 'setting.changed',
      setting: 'recurring_case',
      name: after.name,
      changes: changesBetween(shown(before), shown(after)),
    },
  ])
}

async function recurringAfter(tx: Tx, before: RecurringRow, wanted: Wanted): Promise<RecurringRow> {
  const { every, time, startsOn = before.startsOn, endsOn = before.endsOn } = wanted
  const contactId = wanted.contactId === undefined ? (before.contact?.id ?? null) : wanted.contactId
  const agreementId = wanted.agreementId === undefined ? (before.agreement?.id ?? null) : wanted.agreementId
  requireOrder(startsOn, endsOn)
  const names = await requireOfCustomer(tx, before.customer.id, { contactId, agreementId }, before)
  const template = await chooseReference(tx, 'case_template', wanted.templateId, before.template, '/body/templateId')
  return {
    ...before,
    name: wanted.name ?? before.name,
    template: template ?? before.template,
    contact: contactId === null ? null : { id: contactId, name: names.contact ?? '' },
    agreement: agreementId === null ? null : { id: agreementId, name: names.agreement ?? '' },
    ...(every !== undefined && {
      unit: every.unit,
      interval: every.interval,
      weekdays: every.weekdays,
      dayOfMonth: every.dayOfMonth,
    }),
    ...(time !== undefined && { clockMinutes: clockMinutes(time) }),
    startsOn,
    endsOn,
    isActive: wanted.isActive ?? before.isActive,
  }
}

function shown(row: RecurringRow) {
  return {
    name: row.name,
    template: row.template.name,
    contact: row.contact?.name ?? null,
    agreement: row.agreement?.name ?? null,
    unit: row.unit,
    interval: row.interval,
    weekdays: row.weekdays.length === 0 ? null : row.weekdays.map(String),
    dayOfMonth: row.dayOfMonth,
    time: clockText(row.clockMinutes),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    isActive: row.isActive,
  }
}
