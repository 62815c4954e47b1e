import type { extendVoucher as contract } from '@timedesk/contracts/vouchers'
import { extend, type LedgerRow } from '@timedesk/domain/vouchers/movements'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendLedger, type Movement } from '../pools/append-ledger.ts'
import { rateAgain } from '../rate-again.ts'
import { holdVoucher, ledgerMovement, refuseMovement, type HeldVoucher } from './hold-voucher.ts'
import { tellVoucher } from './tell-voucher.ts'

type Expiry = LedgerRow & { id: string }

/**
 * Gives a voucher a later last day, or none. Units that expired come back with their liability, each expiry reversed
 * whole (R26). Refuses a cancelled voucher, and a day that is over or no later than the present one.
 */
export async function extendVoucher(
  tx: Tx,
  context: Context,
  { voucherId, expiresOn, reason }: { voucherId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const held = await holdVoucher(tx, context, voucherId)
  requireLater(held, expiresOn)
  await tx.rows(Prisma.sql`UPDATE cover_pool SET expires_on = ${expiresOn}::date WHERE id = ${voucherId}::uuid`)
  const movements = await reversals(tx, held, reason)
  await appendLedger(tx, context, movements)
  const units = movements.reduce((sum, movement) => sum + movement.units, 0)
  await tellVoucher(tx, context, held, { movement: 'extended', units, reason })
  await rateAgain(tx, context, held.customerId, { heldOverage: true })
}

function requireLater({ name, state, expiresOn: present, today }: HeldVoucher, wanted: string | null): void {
  if (state === 'cancelled') throw refuseMovement(`${name} is cancelled.`)
  if (present === null) throw refuseMovement(`${name} never expires.`)
  if (wanted === null) return
  if (wanted <= present) throw refuseMovement(`${name} lasts until ${present} already.`)
  if (wanted < today) throw refuseMovement('The new last day is over already.')
}

/** The expiries that nothing has taken back yet, taken back in their order. */
async function reversals(tx: Tx, held: HeldVoucher, reason: string): Promise<Movement[]> {
  const expiries = await tx.rows<Expiry>(Prisma.sql`SELECT l.id, l.units::float8 AS units, l.revenue::float8 AS revenue,
      l.credited::float8 AS credited, l.liability_change::float8 AS "liabilityChange"
    FROM pool_ledger l
    WHERE l.pool_id = ${held.id}::uuid AND l.kind = 'expire' AND NOT EXISTS (SELECT 1 FROM pool_ledger b WHERE b.reverses_id = l.id)
    ORDER BY l.sequence`)
  let pool = { ...held }
  return expiries.map((expiry) => {
    const { row, pool: after } = extend(pool, expiry)
    pool = { ...pool, ...after }
    return ledgerMovement(held, row, { kind: 'extend', reversesId: expiry.id, reason })
  })
}
