import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import { cancelVoucher } from '../../agreements/vouchers/cancel-voucher.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { StoredInvoice, StoredSource } from '../stored-invoice.ts'
import { creditRefused } from './refuse-credit.ts'
import { partLeft, readVouchersLeft } from './voucher-left.ts'

/**
 * Cancels a voucher that a credit note takes back: its unused units are what the note credits, and what the cancelling
 * credits counts as invoiced by the note, so that nobody invoices it again. Refuses with `credit_refused` when units were
 * used or came back since the note was drafted, and a voucher that cannot be cancelled.
 */
export async function takeVoucherBack(
  tx: Tx,
  context: Context,
  note: StoredInvoice,
  source: StoredSource & {
    /** Minor units, after the discount of the invoice. */
    invoiced: number
  },
): Promise<void> {
  const { sourceId: voucherId, invoiced } = source
  const left = (await readVouchersLeft(tx, [voucherId])).get(voucherId)
  if (left === undefined || left.balance === 0 || partLeft(invoiced, left) !== source.amount)
    throw refusedLine(note, source, 'Units of the voucher were used or moved since; draft the credit note again.')
  await cancelVoucher(tx, context, { voucherId, reason: note.reason }).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'movement_refused') throw error
    throw refusedLine(note, source, error.details.detail ?? 'The voucher cannot be taken back.')
  })
  await tx.rows(Prisma.sql`INSERT INTO invoice_source (id, invoice_id, line_id, customer_id, source, source_id, registered, amount)
    SELECT ${context.newId()}::uuid, ${note.id}::uuid, ${source.lineId}::uuid, ${note.customerId}::uuid, 'voucher_credit', l.id, 0, 0
    FROM pool_ledger l WHERE l.pool_id = ${voucherId}::uuid AND l.kind = 'cancel' ORDER BY l.sequence DESC LIMIT 1`)
}

function refusedLine({ lines }: StoredInvoice, { lineId }: StoredSource, message: string): Refusal {
  const pointer = `/lines/${String(lines.findIndex(({ id }) => id === lineId))}`
  return creditRefused([{ pointer, code: 'balance_too_low', message }])
}
