import type { PotentialItem } from '@timedesk/contracts/potential'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import type { Shows } from '../time/shown-to.ts'
import { findEntriesBehind, namingColumns, namingJoins } from './potential/item-columns.ts'
import { presentItem, type ItemRow } from './potential/present-item.ts'

type ClaimedRow = Omit<ItemRow, 'state' | 'heldBecause' | 'hold'> & { claimId: string }

/**
 * What the sources of a document were in the potential, by the source's id. The value is the registered one; of time
 * that was rated anew after a credit the piece is gone, and the line of the document says the rest.
 */
export async function findClaimedItems(
  reader: Reader,
  invoiceId: string,
  shows: Shows,
): Promise<Map<string, PotentialItem>> {
  const rows =
    await reader.rows<ClaimedRow>(Prisma.sql`SELECT i.id AS "claimId", i.source, i.source_id AS "sourceId", i.entry_id AS "entryId",
      i.minutes, i.amount::float8 AS amount, i.currency,
      coalesce(t.work_date, v.sold_on, l.booked_on, period.due_on, i.created_on)::text AS day,
      CASE i.source WHEN 'time' THEN coalesce(i.piece_kind, 'time_spent') WHEN 'subscription_period' THEN 'subscription_' || coalesce(period.kind, 'regular')
        ELSE i.source END AS kind, ${namingColumns}
    FROM (SELECT s.id, s.source, s.source_id, s.entry_id, s.registered AS amount, s.minutes, d.currency, d.created_at::date AS created_on,
        p.kind AS piece_kind, dl.agreement_id, own.case_id, own.project_id
      FROM invoice_source s
      JOIN invoice d ON d.id = s.invoice_id
      JOIN invoice_line dl ON dl.id = s.line_id
      LEFT JOIN time_entry own ON own.id = s.entry_id
      LEFT JOIN cover_piece p ON s.source = 'time' AND p.id = s.source_id
      WHERE s.invoice_id = ${invoiceId}::uuid) i
    ${namingJoins}`)
  const entries = await findEntriesBehind(reader, rows, shows)
  return new Map(
    rows.map(({ claimId, ...row }) => {
      const item = { ...row, state: 'ready' as const, heldBecause: null, hold: null }
      return [claimId, presentItem(item, entries.get(row.entryId ?? '') ?? null)]
    }),
  )
}
