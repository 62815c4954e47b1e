import { netOfLine } from '@timedesk/domain/invoicing/line-net'
import { spanOf } from '@timedesk/domain/invoicing/plan-lines'
import { sharesOf } from '@timedesk/domain/invoicing/share'
import { totalsOf, type FixedTotals } from '@timedesk/domain/invoicing/totals'
import type { DocumentTotals, VatBreakdownRow } from '@timedesk/domain/invoicing/document'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { fixedTotalsOf } from './credit/fixed-totals.ts'
import { documentOf } from './document-of.ts'
import { readParties } from './parties.ts'
import { readInvoice, sourcesOf, type StoredInvoice } from './stored-invoice.ts'

/**
 * Computes a draft anew from its lines: their nets, its sums and VAT, its period, and what of each line is each
 * source's own. Whoever changes a draft calls this last; its version goes up by one. `fixed` is what a credit note
 * takes from what it credits (R49).
 */
export async function restateInvoice(tx: Tx, invoiceId: string, fixed: FixedTotals | null = null): Promise<void> {
  const stored = await readInvoice(tx, invoiceId)
  const document = documentOf(stored, await readParties(tx, stored.customerId))
  const totals = totalsOf(document, fixed ?? (await fixedTotalsOf(tx, stored)))
  const period = spanOf(stored.lines.flatMap((line) => line.period ?? []))
  await Promise.all([
    storeLines(tx, stored),
    storeShares(tx, stored),
    storeVat(tx, invoiceId, totals.breakdown),
    storeTotals(tx, invoiceId, totals, period),
  ])
}

/** A line's registered value is that of its sources. */
async function storeLines(tx: Tx, stored: StoredInvoice): Promise<void> {
  const changed = stored.lines.flatMap((line) => {
    const net = netOfLine(line)
    const registered = sourcesOf(stored, line.id).reduce((sum, source) => sum + source.registered, 0)
    return net === line.net && registered === line.registered ? [] : [{ id: line.id, net, registered }]
  })
  if (changed.length === 0) return
  await tx.rows(Prisma.sql`UPDATE invoice_line l SET net = g.net, registered = g.registered
    FROM json_to_recordset(${JSON.stringify(changed)}::json) AS g (id uuid, net bigint, registered bigint) WHERE l.id = g.id`)
}

/** Of a line that charges what its sources share already, the shares stay. */
async function storeShares(tx: Tx, stored: StoredInvoice): Promise<void> {
  const changed = stored.lines.flatMap((line) => {
    const sources = sourcesOf(stored, line.id)
    const net = netOfLine(line)
    if (sources.reduce((sum, { amount }) => sum + amount, 0) === net) return []
    const shares = sharesOf(
      net,
      sources.map(({ registered }) => registered),
    )
    return sources.map(({ id }, index) => ({ id, amount: shares[index] ?? 0 }))
  })
  if (changed.length === 0) return
  await tx.rows(Prisma.sql`UPDATE invoice_source s SET amount = g.amount
    FROM json_to_recordset(${JSON.stringify(changed)}::json) AS g (id uuid, amount bigint) WHERE s.id = g.id`)
}

async function storeVat(tx: Tx, invoiceId: string, breakdown: VatBreakdownRow[]): Promise<void> {
  await Promise.all([
    tx.rows(Prisma.sql`DELETE FROM invoice_vat WHERE invoice_id = ${invoiceId}::uuid`),
    tx.rows(Prisma.sql`INSERT INTO invoice_vat (invoice_id, category, rate, base, vat, allowance)
      SELECT ${invoiceId}::uuid, g.category, g.rate, g.base, g.vat, g.allowance
      FROM json_to_recordset(${JSON.stringify(breakdown)}::json) AS g (category text, rate int, base bigint, vat bigint, allowance bigint)`),
  ])
}

async function storeTotals(
  tx: Tx,
  invoiceId: string,
  totals: DocumentTotals,
  period: ReturnType<typeof spanOf>,
): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE invoice SET line_total = ${totals.lines}, allowance_total = ${totals.allowances}, net = ${totals.net},
      vat = ${totals.vat}, accounting_vat = ${totals.accountingVat}::bigint, gross = ${totals.gross}, rounding = ${totals.rounding},
      payable = ${totals.payable}, period_from = ${period?.from ?? null}::date, period_to = ${period?.to ?? null}::date,
      registered = (SELECT coalesce(sum(s.registered), 0) FROM invoice_source s WHERE s.invoice_id = ${invoiceId}::uuid), version = version + 1
    WHERE id = ${invoiceId}::uuid`)
}
