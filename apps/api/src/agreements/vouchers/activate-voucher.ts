import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { rateAgain } from '../rate-again.ts'
import { holdVoucher, refuseMovement } from './hold-voucher.ts'
import { tellVoucher } from './tell-voucher.ts'

/** Opens an ordered voucher: its units cover work from then on, and overage that waits at once. Refuses any other. */
export async function activateVoucher(tx: Tx, context: Context, { voucherId }: { voucherId: string }): Promise<void> {
  const held = await holdVoucher(tx, context, voucherId)
  if (held.state !== 'ordered') throw refuseMovement(`${held.name} is not ordered.`)
  await tx.rows(Prisma.sql`WITH opened AS (UPDATE cover_pool SET is_open = true WHERE id = ${voucherId}::uuid)
    UPDATE voucher SET state = 'active', activated_on = ${held.today}::date WHERE id = ${voucherId}::uuid`)
  await tellVoucher(tx, context, held, { movement: 'activated', units: held.balance })
  await rateAgain(tx, context, held.customerId, { heldOverage: true })
}
