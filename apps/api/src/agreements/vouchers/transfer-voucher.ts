import { Refusal } from '@timedesk/contracts/refusal'
import type { transferVoucher as contract } from '@timedesk/contracts/vouchers'
import { transfer } from '@timedesk/domain/vouchers/movements'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { appendLedger } from '../pools/append-ledger.ts'
import { rateAgain } from '../rate-again.ts'
import { holdVouchers, ledgerMovement, refuseMovement, requireLive, type HeldVoucher } from './hold-voucher.ts'
import { tellVoucher } from './tell-voucher.ts'

/**
 * Moves units to another voucher of the customer, with the liability that belongs to them; both ledgers tell it.
 * Refuses more units than are left, vouchers that are not live, and another customer, unit or currency.
 */
export async function transferVoucher(
  tx: Tx,
  context: Context,
  { voucherId, toVoucherId, units, reason }: { voucherId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const [from, to] = await holdVouchers(tx, context, [voucherId, toVoucherId])
  if (from === undefined) throw new Refusal('not_found')
  if (to === undefined) throw refusedReference('/body/toVoucherId', 'There is no such voucher.')
  requireAlike(from, to)
  const moved = transfer(from, to, units)
  if (!moved.ok) throw new Refusal('balance_too_low')
  await appendLedger(tx, context, [
    ledgerMovement(from, moved.out.row, { kind: 'transfer_out', counterPoolId: to.id, reason }),
    ledgerMovement(to, moved.into.row, { kind: 'transfer_in', counterPoolId: from.id, reason }),
  ])
  await tellVoucher(tx, context, from, { movement: 'transferred_out', units: -units, counterpart: to.name, reason })
  await tellVoucher(tx, context, to, { movement: 'transferred_in', units, counterpart: from.name, reason })
  await rateAgain(tx, context, to.customerId, { heldOverage: true })
}

function requireAlike(from: HeldVoucher, to: HeldVoucher): void {
  if (from.id === to.id) throw refuseMovement('A voucher cannot be transferred to itself.')
  if (from.customerId !== to.customerId) throw refuseMovement('The vouchers are of different customers.')
  if (from.unit !== to.unit || from.currency !== to.currency)
    throw refuseMovement('The vouchers are of different units or currencies.')
  requireLive(from)
  requireLive(to)
}
