import type { setCostRate as setContract } from '@timedesk/contracts/cost-rates'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { priceText, readPrice } from '../platform/read-rate.ts'
import type { CostRate } from '../time/cost-of-work.ts'
import { holdCostAlone } from '../time/hold-week.ts'
import { recost, spanOf } from '../time/recost.ts'
import { readCostRates } from './find-cost-rates.ts'

type Key = z.output<typeof setContract.params>

/**
 * Sets what an hour of an employee costs from a day on; work from then to the next rate costs anew (R57), except what
 * is booked in a closed period. Refuses with `not_found`, and a price in another currency than the company's.
 */
export async function setCostRate(
  tx: Tx,
  context: Context,
  { employeeId, validFrom, ratePerHour: wanted }: Key & z.output<typeof setContract.body>,
): Promise<void> {
  const { name, currency, rates } = await lockCostRates(tx, employeeId)
  const ratePerHour = readPrice(wanted, currency, '/body/ratePerHour')
  const before = rates.find((rate) => rate.validFrom === validFrom) ?? null
  if (before?.ratePerHour === ratePerHour) return
  await tx.rows(Prisma.sql`
    INSERT INTO cost_rate (employee_id, valid_from, rate_per_hour) VALUES (${employeeId}::uuid, ${validFrom}::date, ${ratePerHour})
    ON CONFLICT (employee_id, valid_from) DO UPDATE SET rate_per_hour = excluded.rate_per_hour`)
  await recost(tx, employeeId, { ...spanOf(validFrom, nextAfter(rates, validFrom)), ratePerHour })
  await tellChange(tx, context, { employeeId, name, currency }, before, { validFrom, ratePerHour })
}

/**
 * Removes a cost rate; work from its day on costs what the rate before says, or nothing known. Refuses with
 * `not_found` a rate that does not exist.
 */
export async function removeCostRate(tx: Tx, context: Context, { employeeId, validFrom }: Key): Promise<void> {
  const { name, currency, rates } = await lockCostRates(tx, employeeId)
  const before = rates.find((rate) => rate.validFrom === validFrom)
  if (before === undefined) throw new Refusal('not_found')
  await tx.rows(
    Prisma.sql`DELETE FROM cost_rate WHERE employee_id = ${employeeId}::uuid AND valid_from = ${validFrom}::date`,
  )
  const earlier = rates.find((rate) => rate.validFrom < validFrom)
  const ratePerHour = earlier?.ratePerHour ?? null
  await recost(tx, employeeId, { ...spanOf(validFrom, nextAfter(rates, validFrom)), ratePerHour })
  await tellChange(tx, context, { employeeId, name, currency }, before, null)
}

async function lockCostRates(tx: Tx, employeeId: string) {
  await holdCostAlone(tx, employeeId)
  return readCostRates(tx, employeeId)
}

/** The day of the next rate; they come latest first. */
function nextAfter(rates: readonly CostRate[], validFrom: string): string | null {
  return rates.findLast((rate) => rate.validFrom > validFrom)?.validFrom ?? null
}

type Whose = { employeeId: string; name: string; currency: string }

/** History tells the amounts: it is administration's, and nobody else reads it. */
async function tellChange(
  tx: Tx,
  context: Context,
  { employeeId, name, currency }: Whose,
  before: CostRate | null,
  after: CostRate | null,
): Promise<void> {
  const changes = [
    // The day that both are about: it goes only when the rate does.
    { field: 'validFrom', from: after === null ? (before?.validFrom ?? null) : null, to: after?.validFrom ?? null },
    {
      field: 'costRate',
      from: priceText(before?.ratePerHour ?? null, currency),
      to: priceText(after?.ratePerHour ?? null, currency),
    },
  ]
  await appendEvents(tx, context, { kind: 'employee', id: employeeId }, [{ type: 'cost.changed', name, changes }])
}
