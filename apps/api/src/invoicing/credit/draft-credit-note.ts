import type { CreditDisposition } from '@timedesk/contracts/invoice'
import type { creditInvoice as contract } from '@timedesk/contracts/invoice-postings'
import { Refusal } from '@timedesk/contracts/refusal'
import { creditOf, type Credit } from '@timedesk/domain/invoicing/credit'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { holdDocument } from '../hold-document.ts'
import { restateInvoice } from '../restate-invoice.ts'
import { netOfLine } from '@timedesk/domain/invoicing/line-net'
import type { StoredInvoice } from '../stored-invoice.ts'
import { readCreditGround } from './credit-ground.ts'
import { creditLineTable, creditSourceTable, lineRowOf, sourceRowOf } from './credit-rows.ts'
import { creditRefused, refuseCredit } from './refuse-credit.ts'
import { readCreditRequest } from './read-credit-request.ts'

/**
 * Drafts a credit note of a posted invoice: of all that is left of it, or of chosen sources and lines, each with what
 * becomes of it when the note is posted (R47, R48). Resolves with its id. Refuses with `not_found`,
 * `invoice_not_posted`, and with `credit_refused` and every reason what cannot be credited.
 */
export async function draftCreditNote(
  tx: Tx,
  context: Context,
  { invoiceId, ...body }: { invoiceId: string } & z.output<typeof contract.body>,
): Promise<string> {
  const held = await holdDocument(tx, invoiceId)
  if (held.state !== 'posted') throw new Refusal('invoice_not_posted')
  if (held.kind === 'credit_note')
    throw creditRefused([{ pointer: '', code: 'not_an_invoice', message: 'A credit note cannot be credited.' }])
  const ground = await readCreditGround(tx, invoiceId)
  const { request, dispositions, pointerOf } = await readCreditRequest(tx, ground, body)
  const outcome = creditOf(ground.posted, ground.earlier, request)
  if (!outcome.ok) throw refuseCredit(outcome.refusals, pointerOf)

  const id = context.newId()
  await insertNote(tx, context, { id, original: ground.original, reason: body.reason })
  await insertCredited(tx, context, { id, original: ground.original, credit: outcome.credit, dispositions })
  await restateInvoice(tx, id, outcome.credit.fixed)
  const { customerId, currency } = ground.original
  const net = priceText(outcome.credit.sums.net, currency)
  await appendEvents(tx, context, { kind: 'invoice', id, customerId }, [
    { type: 'invoice.drafted', kind: 'credit_note', net, items: request.sources.length, reason: body.reason },
  ])
  return id
}

/** It is told as its invoice was: in the same language and currency, at the same rate, with the same references. */
async function insertNote(
  tx: Tx,
  { actor, now }: Context,
  { id, original, reason }: { id: string; original: StoredInvoice; reason: string },
): Promise<void> {
  await tx.rows(Prisma.sql`INSERT INTO invoice (id, kind, customer_id, corrects_id, payment_terms_days, language, currency, exchange_rate,
      vat_treatment, buyer_reference, order_reference, contract_reference, reason, round_to, created_by_name, created_at)
    SELECT ${id}::uuid, 'credit_note', o.customer_id, o.id, o.payment_terms_days, o.language, o.currency, o.exchange_rate,
      o.vat_treatment, o.buyer_reference, o.order_reference, o.contract_reference, ${reason}, o.round_to, ${actor.name}, ${now}
    FROM invoice o WHERE o.id = ${original.id}::uuid`)
}

type Credited = {
  id: string
  original: StoredInvoice
  credit: Credit
  dispositions: ReadonlyMap<string, CreditDisposition>
}

async function insertCredited(
  tx: Tx,
  { newId }: Context,
  { id: invoiceId, original, credit, dispositions }: Credited,
): Promise<void> {
  const linesById = new Map(original.lines.map((line) => [line.id, line]))
  const sourcesById = new Map(original.sources.map((source) => [source.id, source]))
  const placed = credit.lines.flatMap((line, position) => {
    const of = linesById.get(line.originalLineId)
    return of === undefined
      ? []
      : [{ line, of, place: { id: newId(), invoiceId, customerId: original.customerId, position } }]
  })
  const sources = placed.flatMap(({ line, place }) =>
    line.parts.flatMap(({ sourceId, amount }) => {
      const source = sourcesById.get(sourceId ?? '')
      const disposition = dispositions.get(sourceId ?? '')
      if (source === undefined || disposition === undefined) return []
      return [sourceRowOf(source, { id: newId(), place, amount, disposition })]
    }),
  )
  const lines = placed.map(({ line, of, place }) => {
    const own = sources.filter(({ lineId }) => lineId === place.id)
    const registered = own.reduce((sum, { amount }) => sum + amount, 0)
    return lineRowOf(line, of, { ...place, net: netOfLine(line), registered })
  })
  await insertRows(tx, creditLineTable, lines)
  await insertRows(tx, creditSourceTable, sources)
}
