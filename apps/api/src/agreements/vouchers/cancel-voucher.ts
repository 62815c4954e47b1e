import type { cancelVoucher as contract } from '@timedesk/contracts/vouchers'
import { cancel } from '@timedesk/domain/vouchers/movements'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendLedger } from '../pools/append-ledger.ts'
import { holdVoucher, ledgerMovement, refuseMovement } from './hold-voucher.ts'
import { tellVoucher } from './tell-voucher.ts'

/**
 * Ends a voucher: what is left is credited at its purchase price, what was used stays earned (R27). Units that come
 * back to a cancelled one, because time was taken back, are credited by cancelling it again. Refuses when there are
 * none, and when they expired.
 */
export async function cancelVoucher(
  tx: Tx,
  context: Context,
  { voucherId, reason }: { voucherId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const held = await holdVoucher(tx, context, voucherId)
  const { name, balance, expiresOn, today } = held
  if (balance === 0) throw refuseMovement(`${name} has no units left.`)
  if (held.state === 'active' && expiresOn !== null && expiresOn < today)
    throw refuseMovement(`${name} has expired; extend it first.`)
  const { row } = cancel(held)
  await appendLedger(tx, context, [ledgerMovement(held, row, { kind: 'cancel', reason })])
  await tx.rows(Prisma.sql`WITH closed AS (UPDATE cover_pool SET is_open = false WHERE id = ${voucherId}::uuid)
    UPDATE voucher SET state = 'cancelled', cancelled_on = coalesce(cancelled_on, ${today}::date) WHERE id = ${voucherId}::uuid`)
  await tellVoucher(tx, context, held, { movement: 'cancelled', units: -balance, reason })
}
