import type { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import type { HeldVoucher } from './hold-voucher.ts'

type Moved = Extract<EventPayload, { type: 'voucher.moved' }>
type Told = Pick<Moved, 'movement'> & Partial<Pick<Moved, 'units' | 'counterpart' | 'reason' | 'approvedByName'>>

/** Tells the history of the voucher's agreement what moved, and raises the voucher's version. */
export async function tellVoucher(
  tx: Tx,
  context: Context,
  { id, name, agreementId, customerId }: Pick<HeldVoucher, 'id' | 'name' | 'agreementId' | 'customerId'>,
  { movement, units = 0, counterpart = null, reason = '', approvedByName = null }: Told,
): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE voucher SET version = version + 1 WHERE id = ${id}::uuid`)
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId }, [
    { type: 'voucher.moved', name, movement, units, counterpart, reason, approvedByName },
  ])
}
