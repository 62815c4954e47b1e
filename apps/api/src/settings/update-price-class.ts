import type { updatePriceClass as contract } from '@timedesk/contracts/pricing'
import { factorText, readFactor } from '@timedesk/domain/money/factor'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { rateMissing } from '../agreements/rate-again.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { priceText, readRate } from '../platform/read-rate.ts'
import { takenPriceClassFields } from './create-price-class.ts'
import { lockPriceClass, type PriceClassRow } from './find-price-classes.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes or deactivates a price class; a new price counts for time that is rated from now on, and for time that has
 * none (R6). Refuses a stale version, a name that is taken, and a price in another currency than the company's.
 */
export async function updatePriceClass(
  tx: Tx,
  context: Context,
  { priceClassId, ...wanted }: { priceClassId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockPriceClass(tx, priceClassId)
  requireVersion(before.version, ifMatch)
  const after = rowAfter(before, wanted)
  const changes = changesBetween(shownOf(before), shownOf(after))
  if (changes.length === 0) return
  await refuseTaken(takenPriceClassFields, () =>
    tx.rows(Prisma.sql`
      UPDATE price_class SET name = ${after.name}, rate_per_hour = ${after.ratePerHour}, draw_factor = ${after.drawFactor},
             position = ${after.position}, is_active = ${after.isActive}, version = version + 1 WHERE id = ${priceClassId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: priceClassId }, [
    { type: 'setting.changed', setting: 'price_class', name: after.name, changes },
  ])
  if (before.ratePerHour !== after.ratePerHour && after.ratePerHour !== null) await rateMissing(tx, context)
}

function rowAfter(before: PriceClassRow, wanted: Wanted): PriceClassRow {
  const { ratePerHour, drawFactor } = wanted
  return {
    ...before,
    name: wanted.name ?? before.name,
    ratePerHour: ratePerHour === undefined ? before.ratePerHour : readRate(ratePerHour, before.currency),
    drawFactor: drawFactor === undefined ? before.drawFactor : readFactor(drawFactor, '/body/drawFactor'),
    position: wanted.position ?? before.position,
    isActive: wanted.isActive ?? before.isActive,
  }
}

function shownOf({ name, ratePerHour, drawFactor, position, isActive, currency }: PriceClassRow) {
  return { name, ratePerHour: priceText(ratePerHour, currency), drawFactor: factorText(drawFactor), position, isActive }
}
