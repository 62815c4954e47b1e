import type { CreditablePart } from '@timedesk/domain/invoicing/credit-parts'
import { Prisma } from '@timedesk/prisma/client'
import { rateAgain } from '../../agreements/rate-again.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { StoredInvoice, StoredSource } from '../stored-invoice.ts'
import { creditRefused } from './refuse-credit.ts'
import { takeVoucherBack } from './take-voucher-back.ts'

/**
 * Carries out what becomes of each source that a credit note takes back (R48): what is charged again is potential from
 * now on, what is written off stays as it is, and prepaid units pay for what goes back to a voucher. `parts` is what the
 * invoice charged for each. Whoever calls this holds the customer and both documents. Refuses with `credit_refused` what no voucher covers.
 */
export async function carryOutCredit(
  tx: Tx,
  context: Context,
  note: StoredInvoice,
  parts: readonly CreditablePart[],
): Promise<void> {
  const isReturned = ({ disposition }: StoredSource) => disposition === 'return_to_voucher'
  const time = note.sources.filter((source) => isReturned(source) && source.source === 'time')
  const vouchers = note.sources.filter((source) => isReturned(source) && source.source === 'voucher_sale')
  const invoicedOf = ({ creditsId }: StoredSource) => parts.find(({ sourceId }) => sourceId === creditsId)?.amount ?? 0
  await endClaims(tx, [...note.sources.filter(({ disposition }) => disposition === 'rebill'), ...time])
  if (time.length > 0) await coverByVouchers(tx, context, note, time)
  for (const source of vouchers) await takeVoucherBack(tx, context, note, { ...source, invoiced: invoicedOf(source) })
}

async function endClaims(tx: Tx, sources: readonly StoredSource[]): Promise<void> {
  const ids = sources.flatMap(({ creditsId }) => creditsId ?? [])
  if (ids.length > 0)
    await tx.rows(Prisma.sql`UPDATE invoice_source SET is_live = false WHERE id = ANY(${ids}::uuid[]) AND is_live`)
}

async function coverByVouchers(
  tx: Tx,
  context: Context,
  note: StoredInvoice,
  sources: readonly StoredSource[],
): Promise<void> {
  const entryIds = [...new Set(sources.flatMap(({ entryId }) => entryId ?? []))]
  await rateAgain(tx, context, note.customerId, { entryIds })
  const charged = await tx.rows<{
    entryId: string
  }>(Prisma.sql`SELECT DISTINCT p.entry_id AS "entryId" FROM cover_piece p
    WHERE p.entry_id = ANY(${entryIds}::uuid[]) AND p.kind IN ('time_spent', 'overage', 'missing_rate') AND p.minutes <> 0`)
  if (charged.length === 0) return
  const left = new Set(charged.map(({ entryId }) => entryId))
  const lineIds = new Set(sources.filter(({ entryId }) => left.has(entryId ?? '')).map(({ lineId }) => lineId))
  const message = 'No voucher has enough units for all of this time; charge it again, or write it off.'
  throw creditRefused(
    note.lines.flatMap(({ id }, index) => {
      return lineIds.has(id) ? [{ pointer: `/lines/${String(index)}`, code: 'balance_too_low', message }] : []
    }),
  )
}
