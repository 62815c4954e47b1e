import type { updateInvoiceLine as contract } from '@timedesk/contracts/invoice-lines'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { readInvoicingRow } from '../../settings/invoicing/invoicing-row.ts'
import { restateInvoice } from '../restate-invoice.ts'
import { sourcesOf, type StoredInvoice, type StoredLine } from '../stored-invoice.ts'
import { changeLine, refusedLine } from './change-line.ts'
import { holdDraft, lineOfDraft } from './hold-draft.ts'
import { shownLine } from './line-fields.ts'

type Wanted = z.output<typeof contract.body>

/** What a line says, and not what it charges. */
const WORDS: readonly (keyof Wanted)[] = ['text', 'description', 'position', 'period']

/**
 * Changes a line of a draft. Of a line that takes back what was invoiced only the words: its amount is the credit's.
 * Refuses as `holdDraft` and `changeLine` do, and an unknown line.
 */
export async function updateInvoiceLine(
  tx: Tx,
  context: Context,
  { invoiceId, lineId, ...wanted }: { invoiceId: string; lineId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const stored = await holdDraft(tx, invoiceId, ifMatch)
  const before = lineOfDraft(stored, lineId)
  if (before.creditsLineId !== null) refuseOfCredit(wanted)
  const { vatRate } = await readInvoicingRow(tx)
  const { currency, language } = stored
  const after = changeLine(before, wanted, { currency, language, sources: sourcesOf(stored, lineId), vatRate })
  const changes = changesBetween(shownLine(before, currency), shownLine(after, currency))
  if (changes.length === 0 && after.adjustmentReason === before.adjustmentReason) return
  if (after.position !== before.position) await movePositions(tx, stored, after)
  await storeLine(tx, after)
  await restateInvoice(tx, invoiceId)
  const told = { text: after.text, changes, reason: after.adjustmentReason }
  await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId: stored.customerId }, [
    { type: 'invoice.line_changed', ...told },
  ])
}

function refuseOfCredit(wanted: Wanted): void {
  const field = (Object.keys(wanted) as (keyof Wanted)[]).find((name) => !WORDS.includes(name))
  if (field === undefined) return
  throw refusedLine(`/body/${field}`, 'of_credit', 'What it takes back is chosen when the credit note is drafted.')
}

/** The other lines keep their order around the one that moves. */
async function movePositions(tx: Tx, { lines }: StoredInvoice, moved: StoredLine): Promise<void> {
  const others = lines.filter(({ id }) => id !== moved.id)
  const ordered = others.toSpliced(moved.position, 0, moved).map(({ id }, position) => ({ id, position }))
  await tx.rows(Prisma.sql`UPDATE invoice_line l SET position = g.position
    FROM json_to_recordset(${JSON.stringify(ordered)}::json) AS g (id uuid, position int) WHERE l.id = g.id`)
}

async function storeLine(tx: Tx, line: StoredLine): Promise<void> {
  const { period } = line
  await tx.rows(Prisma.sql`UPDATE invoice_line SET text = ${line.text}, description = ${line.description}, quantity = ${line.quantity},
      unit_price = ${line.unitPrice}, allowance = ${line.allowance}, allowance_reason = ${line.allowanceReason}, net = ${line.net},
      adjustment_reason = ${line.adjustmentReason}, vat_category = ${line.vatCategory}, vat_rate = ${line.vatRate},
      period_from = ${period?.from ?? null}::date, period_to = ${period?.to ?? null}::date
    WHERE id = ${line.id}::uuid`)
}
