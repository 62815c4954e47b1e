import type { updateRateCard as contract } from '@timedesk/contracts/pricing'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { priceText } from '../platform/read-rate.ts'
import { takenRateCardFields } from './create-rate-card.ts'
import { lockRateCard, type RateCardRow } from './find-rate-cards.ts'
import { rateAgain } from './rate-again.ts'
import { readPriceRows, storePriceRows } from './store-rate-card-rows.ts'

/**
 * Changes or deactivates a rate card. New prices rate the time anew that is under its agreements and not invoiced yet
 * (R11). Refuses a stale version, a name that is taken, and prices that the card cannot hold.
 */
export async function updateRateCard(
  tx: Tx,
  context: Context,
  { rateCardId, ...wanted }: { rateCardId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockRateCard(tx, rateCardId)
  requireVersion(before.version, ifMatch)
  const after = {
    ...before,
    name: wanted.name ?? before.name,
    isActive: wanted.isActive ?? before.isActive,
    rows: wanted.rows === undefined ? before.rows : await readPriceRows(tx, wanted.rows, before.currency, before.rows),
  }
  const rowChanges = changesBetween(...rowsThatDiffer(before, after))
  const changes = [...changesBetween(shownOf(before), shownOf(after)), ...rowChanges]
  if (changes.length === 0) return
  await refuseTaken(takenRateCardFields, () =>
    tx.rows(Prisma.sql`UPDATE rate_card SET name = ${after.name}, is_active = ${after.isActive}, version = version + 1
       WHERE id = ${rateCardId}::uuid`),
  )
  if (rowChanges.length > 0) await storePriceRows(tx, context, rateCardId, after.rows)
  await appendEvents(tx, context, { kind: 'setting', id: rateCardId }, [
    { type: 'setting.changed', setting: 'rate_card', name: after.name, changes },
  ])
  if (rowChanges.length > 0) await rateUsersAgain(tx, context, rateCardId)
}

/** Customer by customer, always in the same order, so that two changes of prices never wait for each other. */
async function rateUsersAgain(tx: Tx, context: Context, rateCardId: string): Promise<void> {
  const users = await tx.rows<{ customerId: string; agreementId: string }>(Prisma.sql`
    SELECT customer_id AS "customerId", id AS "agreementId" FROM agreement
     WHERE rate_card_id = ${rateCardId}::uuid AND state <> 'draft' ORDER BY customer_id, number`)
  for (const { customerId, agreementId } of users) await rateAgain(tx, context, customerId, { agreementId })
}

function shownOf({ name, isActive }: RateCardRow) {
  return { name, isActive }
}

/** Prices are many, so history tells those only that went and that came. */
function rowsThatDiffer(before: RateCardRow, after: RateCardRow): [{ rows: string[] }, { rows: string[] }] {
  const was = before.rows.map((row) => rowText(row, before.currency))
  const is = after.rows.map((row) => rowText(row, after.currency))
  return [
    { rows: was.filter((row) => !is.includes(row)).toSorted() },
    { rows: is.filter((row) => !was.includes(row)).toSorted() },
  ]
}

function rowText({ priceClass, activityType, validFrom, ratePerHour }: RateCardRow['rows'][number], currency: string) {
  const whose = activityType === null ? priceClass.name : `${priceClass.name}, ${activityType.name}`
  return `${whose}: ${priceText(ratePerHour, currency)} (${validFrom})`
}
