import { permissionsOfRole, type Permission, type StaffRole } from '@timedesk/contracts/access'
import { Refusal } from '@timedesk/contracts/refusal'
import type { adjustVoucher as contract } from '@timedesk/contracts/vouchers'
import { adjust } from '@timedesk/domain/vouchers/movements'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { appendLedger } from '../pools/append-ledger.ts'
import { rateAgain } from '../rate-again.ts'
import { holdVoucher, ledgerMovement, refuseMovement, requireLive } from './hold-voucher.ts'
import { tellVoucher } from './tell-voucher.ts'

/** Who may let units come or go without money (R30). */
const APPROVING: readonly Permission[] = ['voucher:write', 'overage:decide']

/**
 * Moves units in or out for goodwill or to put something right; what is owed spreads over what is there then (R30).
 * Refuses a voucher that is not live, more units than are left, and the last units while money is owed for them.
 */
export async function adjustVoucher(
  tx: Tx,
  context: Context,
  { voucherId, units, reason, approverId }: { voucherId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const held = await holdVoucher(tx, context, voucherId)
  requireLive(held)
  const approvedByName = await requireApprover(tx, approverId)
  const adjusted = adjust(held, units)
  if (!adjusted.ok && adjusted.reason === 'below_zero') throw new Refusal('balance_too_low')
  if (!adjusted.ok) throw refuseMovement(`What is left of ${held.name} was paid for; cancel it instead.`)
  const told = { kind: 'adjust', reason, approvedById: approverId } as const
  await appendLedger(tx, context, [ledgerMovement(held, adjusted.row, told)])
  await tellVoucher(tx, context, held, { movement: 'adjusted', units, reason, approvedByName })
  if (units > 0) await rateAgain(tx, context, held.customerId, { heldOverage: true })
}

async function requireApprover(tx: Tx, id: string): Promise<string> {
  const [approver] = await tx.rows<{ name: string; role: StaffRole; isActive: boolean }>(
    Prisma.sql`SELECT name, role, is_active AS "isActive" FROM employee WHERE id = ${id}::uuid FOR SHARE`,
  )
  if (approver?.isActive === true && APPROVING.some((may) => permissionsOfRole[approver.role].includes(may)))
    return approver.name
  throw refusedReference('/body/approverId', 'The approver does not exist, is not active or may not approve this.')
}
