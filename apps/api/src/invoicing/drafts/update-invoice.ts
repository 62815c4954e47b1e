import type { updateInvoice as contract } from '@timedesk/contracts/invoices'
import { exchangeRateText, percentText, readExchangeRate, readPercent } from '@timedesk/domain/money/decimal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { restateInvoice } from '../restate-invoice.ts'
import type { InvoiceHead } from '../stored-invoice.ts'
import { holdDraft } from './hold-draft.ts'
import { refusedReason } from './refused-reason.ts'
import { storeVatTreatment } from './store-vat-treatment.ts'

type Wanted = z.output<typeof contract.body>

/** What of a draft can be changed, as it is stored. */
type Fields = Pick<
  InvoiceHead,
  | 'issuedOn'
  | 'dueOn'
  | 'paymentTermsDays'
  | 'language'
  | 'buyerReference'
  | 'orderReference'
  | 'note'
  | 'reason'
  | 'correctsId'
  | 'correctsNumber'
  | 'exchangeRate'
  | 'vatTreatment'
  | 'discountBasisPoints'
  | 'discountReason'
  | 'roundTo'
>

/**
 * Changes references, dates, note, discount and rate of a draft. Another treatment for VAT taxes its lines anew. Refuses
 * with `not_found`, `invoice_posted` and a stale version; with `reason_missing` a discount without one; and with
 * `reference_refused` to correct what is no posted invoice of the customer, or what is none by nature.
 */
export async function updateInvoice(
  tx: Tx,
  context: Context,
  { invoiceId, ...wanted }: { invoiceId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const before = await holdDraft(tx, invoiceId, ifMatch)
  const after = await chooseFields(tx, before, wanted)
  if (after.discountBasisPoints !== 0 && after.discountReason === '') throw refusedReason('/body/discountReason')
  const changes = changesBetween(shownOf(before), shownOf(after))
  if (changes.length === 0) return
  await store(tx, invoiceId, after)
  if (after.vatTreatment !== before.vatTreatment) await storeVatTreatment(tx, invoiceId, after.vatTreatment)
  await restateInvoice(tx, invoiceId)
  await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId: before.customerId }, [
    { type: 'invoice.changed', changes },
  ])
}

async function chooseFields(reader: Reader, before: InvoiceHead, wanted: Wanted): Promise<Fields> {
  const { issuedOn = before.issuedOn, dueOn = before.dueOn, paymentTermsDays = before.paymentTermsDays } = wanted
  const { language = before.language, note = before.note, reason = before.reason, roundTo = before.roundTo } = wanted
  const { buyerReference = before.buyerReference, orderReference = before.orderReference } = wanted
  const { vatTreatment = before.vatTreatment, discountReason = before.discountReason } = wanted
  const { correctsId = before.correctsId, exchangeRate, discountPercent } = wanted
  const isSame = correctsId === before.correctsId
  return {
    ...{ issuedOn, dueOn, paymentTermsDays, language, note, reason, roundTo, buyerReference, orderReference },
    ...{ vatTreatment, discountReason, correctsId },
    correctsNumber: isSame ? before.correctsNumber : await readCorrected(reader, before, correctsId),
    exchangeRate: exchangeRate === undefined ? before.exchangeRate : chooseRate(before, exchangeRate),
    discountBasisPoints: discountPercent === undefined ? before.discountBasisPoints : readPercent(discountPercent),
  }
}

function chooseRate({ currency, companyCurrency }: InvoiceHead, rate: string | null): number | null {
  if (rate === null) return null
  if (currency !== companyCurrency) return readExchangeRate(rate)
  throw refusedReference('/body/exchangeRate', 'The document is in the company’s own currency.')
}

/** The number of what a credit note is to correct; null for nothing. */
async function readCorrected(
  reader: Reader,
  { kind, customerId, currency }: InvoiceHead,
  id: string | null,
): Promise<string | null> {
  if (id === null) return null
  const [row] = await reader.rows<{
    number: string
  }>(Prisma.sql`SELECT number FROM invoice WHERE id = ${id}::uuid AND state = 'posted'
      AND kind = 'invoice' AND customer_id = ${customerId}::uuid AND currency = ${currency}`)
  if (row !== undefined && kind === 'credit_note') return row.number
  throw refusedReference('/body/correctsId', 'Only a credit note corrects, and only a posted invoice of the customer.')
}

function shownOf(fields: Fields) {
  const { issuedOn, dueOn, paymentTermsDays, language, buyerReference, orderReference, note, reason } = fields
  const { correctsNumber, exchangeRate, vatTreatment, discountBasisPoints, discountReason, roundTo } = fields
  return {
    ...{ issuedOn, dueOn, paymentTermsDays, language, buyerReference, orderReference, note, reason },
    corrects: correctsNumber,
    exchangeRate: exchangeRate === null ? null : exchangeRateText(exchangeRate),
    vatTreatment,
    discountPercent: percentText(discountBasisPoints),
    ...{ discountReason, roundTo },
  }
}

async function store(tx: Tx, invoiceId: string, after: Fields): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE invoice SET issued_on = ${after.issuedOn}::date, due_on = ${after.dueOn}::date,
      payment_terms_days = ${after.paymentTermsDays}, language = ${after.language}, buyer_reference = ${after.buyerReference},
      order_reference = ${after.orderReference}, note = ${after.note}, reason = ${after.reason}, corrects_id = ${after.correctsId}::uuid,
      exchange_rate = ${after.exchangeRate}::bigint, vat_treatment = ${after.vatTreatment}, discount_basis_points = ${after.discountBasisPoints},
      discount_reason = ${after.discountReason}, round_to = ${after.roundTo}
    WHERE id = ${invoiceId}::uuid`)
}
