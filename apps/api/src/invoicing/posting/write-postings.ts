import type { AccountKind, Posting } from '@timedesk/domain/invoicing/postings'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

/** What the entries of a deed have in common. */
export type Deed = {
  deed: 'invoice' | 'payment' | 'voucher_movement' | 'subscription_month'
  deedId: string
  /** The day it counts on, `YYYY-MM-DD`. */
  bookedOn: string
  customerId: string
  agreementId?: string | null
  invoiceId?: string | null
}

type Entry = Omit<Posting, 'account'> & { account: AccountKind }

/**
 * Writes a deed's bookkeeping entries in their order. A deed is booked once: who books it again changes nothing.
 * What is nothing on both sides, because a small foreign amount was rounded away, is left out.
 */
export async function writePostings(
  tx: Tx,
  { now, newId }: Acting,
  deed: Deed,
  entries: readonly Entry[],
): Promise<void> {
  const rows = entries.filter(({ debit, credit }) => debit !== credit).map((entry) => ({ ...entry, id: newId() }))
  if (rows.length === 0) return
  const { agreementId = null, invoiceId = null, customerId, bookedOn } = deed
  await tx.rows(Prisma.sql`INSERT INTO posting (id, deed, deed_id, position, booked_on, account, debit, credit, currency, document_currency,
      document_amount, vat_category, text, customer_id, agreement_id, invoice_id, mark, at)
    SELECT (g.entry ->> 'id')::uuid, ${deed.deed}, ${deed.deedId}::uuid, g.position - 1, ${bookedOn}::date, g.entry ->> 'account',
      (g.entry ->> 'debit')::bigint, (g.entry ->> 'credit')::bigint, co.currency, g.entry ->> 'currency',
      coalesce((g.entry ->> 'documentAmount')::bigint, 0), g.entry ->> 'vatCategory', g.entry ->> 'text', ${customerId}::uuid,
      ${agreementId}::uuid, ${invoiceId}::uuid, (pg_current_xact_id()::text)::bigint, ${now}
    FROM company co CROSS JOIN json_array_elements(${JSON.stringify(rows)}::json) WITH ORDINALITY AS g (entry, position)
    ORDER BY g.position
    ON CONFLICT (deed, deed_id, position) DO NOTHING`)
}
