import { vatUnder } from '@timedesk/domain/invoicing/vat-treatment'
import type { VatTreatment } from '@timedesk/domain/invoicing/plannable'
import type { VatCategory } from '@timedesk/contracts/settings'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { readInvoicingRow } from '../../settings/invoicing/invoicing-row.ts'

type Taxed = { id: string; registered: VatCategory }

/**
 * Taxes the lines of a draft as a treatment says: time by its activity, vouchers whose VAT falls due later outside of the
 * scope, everything else at the standard rate.
 */
export async function storeVatTreatment(tx: Tx, invoiceId: string, vatTreatment: VatTreatment): Promise<void> {
  const { vatRate } = await readInvoicingRow(tx)
  const lines = await tx.rows<Taxed>(Prisma.sql`SELECT l.id, coalesce(
      (SELECT ty.vat_category FROM invoice_source s JOIN time_entry t ON t.id = s.entry_id JOIN activity_type ty ON ty.id = t.activity_type_id
        WHERE s.line_id = l.id ORDER BY s.id LIMIT 1),
      (SELECT 'outside_scope' FROM invoice_source s LEFT JOIN pool_ledger g ON g.id = s.source_id
        JOIN voucher v ON v.id = coalesce(g.pool_id, s.source_id) WHERE s.line_id = l.id AND v.vat_timing = 'redemption' LIMIT 1),
      'standard') AS registered
    FROM invoice_line l WHERE l.invoice_id = ${invoiceId}::uuid`)
  const taxed = lines.map(({ id, registered }) => ({ id, ...vatUnder({ vatTreatment, vatRate }, registered) }))
  await tx.rows(Prisma.sql`UPDATE invoice_line l SET vat_category = g.category, vat_rate = g.rate
    FROM json_to_recordset(${JSON.stringify(taxed)}::json) AS g (id uuid, category text, rate int) WHERE l.id = g.id`)
}
