import type { updateActivityType as contract } from '@timedesk/contracts/settings'
import { factorText, readFactor } from '@timedesk/domain/money/factor'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { priceText, readRate } from '../platform/read-rate.ts'
import { takenActivityTypeFields } from './create-activity-type.ts'
import { lockActivityType, type ActivityTypeRow } from './find-activity-types.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes or deactivates a kind of work; time that is registered already stays as it is.
 * Refuses a stale version, a name that is taken, and a price in another currency than the company's.
 */
export async function updateActivityType(
  tx: Tx,
  context: Context,
  { activityTypeId, ...wanted }: { activityTypeId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockActivityType(tx, activityTypeId)
  requireVersion(before.version, ifMatch)
  const after = rowAfter(before, wanted)
  const changes = changesBetween(shownOf(before), shownOf(after))
  if (changes.length === 0) return
  await refuseTaken(takenActivityTypeFields, () =>
    tx.rows(Prisma.sql`
      UPDATE activity_type SET name = ${after.name}, is_billable = ${after.isBillable}, factor = ${after.factor}, fixed_rate = ${after.fixedRate},
             minimum_minutes = ${after.minimumMinutes}, vat_category = ${after.vatCategory}, position = ${after.position},
             is_active = ${after.isActive}, version = version + 1 WHERE id = ${activityTypeId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: activityTypeId }, [
    { type: 'setting.changed', setting: 'activity_type', name: after.name, changes },
  ])
}

function rowAfter(before: ActivityTypeRow, wanted: Wanted): ActivityTypeRow {
  const { factor, fixedRate } = wanted
  return {
    ...before,
    name: wanted.name ?? before.name,
    isBillable: wanted.isBillable ?? before.isBillable,
    factor: factor === undefined ? before.factor : readFactor(factor, '/body/factor'),
    fixedRate: fixedRate === undefined ? before.fixedRate : readRate(fixedRate, before.currency, '/body/fixedRate'),
    minimumMinutes: wanted.minimumMinutes ?? before.minimumMinutes,
    vatCategory: wanted.vatCategory ?? before.vatCategory,
    position: wanted.position ?? before.position,
    isActive: wanted.isActive ?? before.isActive,
  }
}

function shownOf({ id: _id, version: _version, currency, factor, fixedRate, ...row }: ActivityTypeRow) {
  return { ...row, factor: factorText(factor), fixedRate: priceText(fixedRate, currency) }
}
