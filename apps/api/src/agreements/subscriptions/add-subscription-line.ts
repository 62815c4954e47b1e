import type { addSubscriptionLine as contract, BillingPeriod } from '@timedesk/contracts/subscriptions'
import { Refusal } from '@timedesk/contracts/refusal'
import type { PeriodMonths } from '@timedesk/domain/subscriptions/periods'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { holdAgreement, type HeldAgreement } from '../hold-agreement.ts'
import { refusedTerm } from '../terms.ts'
import { chargePeriods } from './charge-periods.ts'
import { quotaColumns } from './quota-columns.ts'
import { readUnitPrice } from './read-unit-price.ts'

/** How many months a period of that name has. */
export const MONTHS: Record<BillingPeriod, PeriodMonths> = { month: 1, quarter: 3, half_year: 6, year: 12 }

/**
 * Adds a line to the plan of a subscription. If that is active, what is due by today is charged at once.
 * Refuses an agreement of another settlement or one that has ended, a first day outside of it, and other money.
 */
export async function addSubscriptionLine(
  tx: Tx,
  context: Context,
  { agreementId, ...draft }: { agreementId: string } & z.output<typeof contract.body>,
): Promise<string> {
  const agreement = await holdAgreement(tx, agreementId, context.now)
  if (agreement.settlement !== 'subscription') throw new Refusal('settlement_refused')
  if (agreement.state === 'ended') throw new Refusal('agreement_state_refused')
  const { currency, customerId, state, today } = agreement
  const startsOn = firstDayOf(agreement, draft.startsOn)
  const unitPrice = readUnitPrice(draft.unitPrice, { currency, quantity: draft.quantity })
  const id = context.newId()
  await tx.rows(Prisma.sql`WITH line AS (
      INSERT INTO subscription_line (id, customer_id, agreement_id, description, position, period_months, starts_on, timing, lead_days,
        aligns_to_calendar, prorates, quota_unit, quota, rollover_periods, rollover_max, created_at)
      VALUES (${id}::uuid, ${customerId}::uuid, ${agreementId}::uuid, ${draft.description}, ${draft.position}, ${MONTHS[draft.period]},
        ${startsOn}::date, ${draft.timing}, ${draft.leadDays}, ${draft.alignsToCalendar}, ${draft.prorates}, ${quotaColumns(draft.quota)}, ${context.now}))
    INSERT INTO subscription_price (id, customer_id, line_id, valid_from, quantity, unit_price, kind, created_by_name, created_at)
    VALUES (${context.newId()}::uuid, ${customerId}::uuid, ${id}::uuid, ${startsOn}::date, ${draft.quantity}, ${unitPrice}, 'agreed',
      ${context.actor.name}, ${context.now})`)
  const amount = priceText(unitPrice * draft.quantity, currency)
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId }, [
    { type: 'subscription.line_added', name: draft.description, amount },
  ])
  if (state === 'active') await chargePeriods(tx, context, { lineId: id, today })
  return id
}

/** The agreement's first day unless said otherwise; it lies within the agreement. */
function firstDayOf({ terms: { validFrom, validTo } }: HeldAgreement, wanted: string | undefined): string {
  const startsOn = wanted ?? validFrom
  if (startsOn < validFrom || (validTo !== null && startsOn > validTo))
    throw refusedTerm('/body/startsOn', 'outside', 'A line begins within its agreement.')
  return startsOn
}
