import { INVOICE_LINES_MAX } from '@timedesk/contracts/limits'
import type { addInvoiceLines as contract } from '@timedesk/contracts/invoice-lines'
import { netOfLine } from '@timedesk/domain/invoicing/line-net'
import { planInvoices, turnLine } from '@timedesk/domain/invoicing/plan-invoices'
import type { PlannableItem, PlannedInvoice, PlannedLine } from '@timedesk/domain/invoicing/plannable'
import { vatUnder } from '@timedesk/domain/invoicing/vat-treatment'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { readAmount } from '../../platform/read-amount.ts'
import { priceText } from '../../platform/read-rate.ts'
import { readInvoicingRow } from '../../settings/invoicing/invoicing-row.ts'
import { restateInvoice } from '../restate-invoice.ts'
import type { StoredInvoice } from '../stored-invoice.ts'
import { chooseVat, refusedLine, refuseReversed, refuseTooMuch } from './change-line.ts'
import { findChosenItems } from './chosen-items.ts'
import { lineRow, lineTable } from './draft-rows.ts'
import { findDraftTerms } from './draft-terms.ts'
import { holdDraft } from './hold-draft.ts'
import { claim, claimsOf, placeLines } from './insert-drafts.ts'

type Wanted = z.output<typeof contract.body>
type OwnLine = Exclude<Wanted, { items: unknown }>
type Added = { lines: PlannedLine[]; items: readonly PlannableItem[] }

const MINUTES_PER_HOUR = 60

/**
 * Adds potential items to a draft, which it claims, or a line of one's own. Refuses as `holdDraft` does; with `item_taken`
 * what cannot be claimed; with `line_refused` items of another currency, more lines than a document can have, and to
 * add to a credit note of chosen sources, which takes back just those; and with `invalid_money`.
 */
export async function addInvoiceLines(
  tx: Tx,
  context: Context,
  { invoiceId, wanted }: { invoiceId: string; wanted: Wanted },
  ifMatch: number | null,
): Promise<void> {
  const stored = await holdDraft(tx, invoiceId, ifMatch)
  if (stored.lines.some(({ creditsLineId }) => creditsLineId !== null))
    throw refusedLine('/body', 'of_credit', 'A credit note takes back what was chosen when it was drafted.')
  const { lines, items } = await ('items' in wanted
    ? chooseItems(tx, stored, wanted.items)
    : ownLine(tx, stored, wanted))
  if (stored.lines.length + lines.length > INVOICE_LINES_MAX)
    throw refusedLine('/body', 'too_many', `A document has at most ${String(INVOICE_LINES_MAX)} lines.`)
  await store(tx, context, stored, { lines, items })
  await restateInvoice(tx, invoiceId)
  const net = lines.reduce((sum, line) => sum + netOfLine(line), 0)
  const told = { text: lines[0]?.text ?? '', net: priceText(net, stored.currency), items: items.length }
  await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId: stored.customerId }, [
    { type: 'invoice.line_added', ...told },
  ])
}

/** Lines as the customer's terms make them, taxed and worded as the draft is; on a credit note what takes back is positive. */
async function chooseItems(
  tx: Tx,
  stored: StoredInvoice,
  keys: Extract<Wanted, { items: unknown }>['items'],
): Promise<Added> {
  const { customerId, kind, language, vatTreatment } = stored
  const [terms] = await findDraftTerms(tx, Prisma.sql`cu.id = ${customerId}::uuid`)
  if (terms === undefined) throw new Error('The customer of the document is gone')
  const items = await findChosenItems(tx, customerId, keys)
  const foreign = items.findIndex(({ currency }) => currency !== stored.currency)
  if (foreign >= 0) throw refusedLine('/body/items', 'currency', `The document is in ${stored.currency}.`)
  const planned = planInvoices(items, { ...terms, language, vatTreatment })
  await storeReferences(tx, stored, planned)
  return { items, lines: planned.flatMap((one) => (one.kind === kind ? one.lines : one.lines.map(turnLine))) }
}

/** The first items of an empty draft say whose order and agreement it is; others may be of another agreement. */
async function storeReferences(tx: Tx, stored: StoredInvoice, planned: readonly PlannedInvoice[]): Promise<void> {
  const [first] = planned
  if (first === undefined) return
  const isSame = planned.every(({ contractReference }) => contractReference === first.contractReference)
  const isEmpty = stored.lines.length === 0
  const contract = isSame && (isEmpty || stored.contractReference === first.contractReference)
  const order = isEmpty && stored.orderReference === '' ? first.orderReference : stored.orderReference
  await tx.rows(Prisma.sql`UPDATE invoice SET contract_reference = ${contract ? first.contractReference : ''}, order_reference = ${order}
    WHERE id = ${stored.id}::uuid`)
}

async function ownLine(tx: Tx, stored: StoredInvoice, wanted: OwnLine): Promise<Added> {
  const { text, description, quantity, unit, period } = wanted
  refuseReversed(period)
  const unitPrice = readAmount(wanted.unitPrice, stored.currency, '/body/unitPrice')
  const priced = { quantity, unitPrice, baseQuantity: unit === 'MIN' ? MINUTES_PER_HOUR : 1 }
  refuseTooMuch(priced)
  const { vatRate: standardRate } = await readInvoicingRow(tx)
  const byCustomer = vatUnder({ vatTreatment: stored.vatTreatment, vatRate: standardRate }, 'standard')
  const vat = chooseVat({ vatCategory: byCustomer.category, vatRate: byCustomer.rate }, wanted, standardRate)
  const line: PlannedLine = {
    ...{ text, description, unit, period, allowance: 0, allowanceReason: '', sources: [] },
    ...priced,
    ...vat,
    ...{ agreementId: null, caseId: null, projectId: null },
  }
  return { lines: [line], items: [] }
}

async function store(tx: Tx, context: Context, { id, customerId, lines }: StoredInvoice, added: Added): Promise<void> {
  const from = Math.max(0, ...lines.map(({ position }) => position + 1))
  const placed = placeLines(added.lines, id, context, from)
  const known = new Map(added.items.map((item) => [item.sourceId, item]))
  const rows = placed.map(({ line, ...place }) => lineRow(line, { ...place, customerId }, known))
  await insertRows(tx, lineTable, rows)
  await claim(
    tx,
    placed.flatMap((place) => claimsOf(place, customerId, context.newId)),
  )
}
