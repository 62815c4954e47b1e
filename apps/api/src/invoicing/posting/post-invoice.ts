import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isUniqueViolation } from '../../platform/db/sql-state.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { priceText } from '../../platform/read-rate.ts'
import { readInvoicingRow } from '../../settings/invoicing/invoicing-row.ts'
import { refuseClosedPeriod } from '../../time/closed-period.ts'
import { holdPeriod } from '../../time/hold-period.ts'
import { carryOutCredit } from '../credit/carry-out-credit.ts'
import { creditTooHigh } from '../credit/refuse-credit.ts'
import { requireCreditable } from '../credit/require-creditable.ts'
import { documentOf, totalsStored } from '../document-of.ts'
import { findProblems } from '../find-problems.ts'
import { holdDocument } from '../hold-document.ts'
import { readParties, type Parties } from '../parties.ts'
import { restateInvoice } from '../restate-invoice.ts'
import { readInvoice, type StoredInvoice } from '../stored-invoice.ts'
import { activateSold } from './activate-sold.ts'
import { bookDocument } from './book-document.ts'
import { dateDocument } from './date-document.ts'
import { refuseProblems } from './refuse-problems.ts'
import { takeNumber, type TakenNumber } from './take-number.ts'

/** The database's own word for a credit note that takes more than its invoice has left. */
const CREDIT_GUARD = 'invoice_credits_at_most'

/**
 * Posts a draft: everything is checked as it is now, it takes the next number of its series, and from then on nothing
 * of it changes (R44 to R46). Vouchers that wait for it become active; a credit note gives back what it credits (R48).
 * Refuses with `invoice_posted`, a stale version, `posting_refused` with all that is wrong at once, `period_locked`, and
 * `credit_refused` what cannot be given back.
 */
export async function postInvoice(
  tx: Tx,
  context: Context<StaffActor>,
  { invoiceId }: { invoiceId: string },
  ifMatch: number | null,
): Promise<void> {
  const held = await holdDocument(tx, invoiceId)
  if (held.state === 'posted') throw new Refusal('invoice_posted')
  requireVersion(held.version, ifMatch)
  const issuedOn = await dateDocument(tx, context, held)
  const creditable = await requireCreditable(tx, held)
  await restateInvoice(tx, invoiceId, creditable?.fixed ?? null)
  const [draft, parties] = await Promise.all([readInvoice(tx, invoiceId), readParties(tx, held.customerId)])
  refuseProblems(await findProblems(tx, draft, documentOf(draft, parties), context.now))

  await activateSold(tx, context, invoiceId, 'posting')
  // Where nothing is to be paid, no payment would ever open them.
  if (draft.payable === 0) await activateSold(tx, context, invoiceId, 'payment')
  if (creditable !== null) await carryOutCredit(tx, context, draft, creditable.parts)
  refuseClosedPeriod(issuedOn, await holdPeriod(tx), context.actor.permissions.has('period:override'))
  const taken = await takeNumber(tx, await readInvoicingRow(tx), { kind: held.kind, issuedOn })
  await markPosted(tx, context, draft, { taken, parties })
  await bookDocument(tx, context, { ...draft, number: taken.number, issuedOn }, totalsStored(draft))
  await tellPosting(tx, context, draft, taken.number)
}

async function markPosted(
  tx: Tx,
  { actor, now }: Context<StaffActor>,
  { id }: StoredInvoice,
  { taken, parties }: { taken: TakenNumber; parties: Parties },
): Promise<void> {
  const { number, code, year, numberInSeries } = taken
  try {
    await tx.rows(Prisma.sql`UPDATE invoice SET state = 'posted', number = ${number}, series_code = ${code}, series_year = ${year},
        number_in_series = ${numberInSeries}, seller = ${JSON.stringify(parties.seller)}::jsonb, buyer = ${JSON.stringify(parties.buyer)}::jsonb,
        posted_by_id = ${actor.id}::uuid, posted_by_name = ${actor.name}, posted_at = ${now}, posted_mark = (pg_current_xact_id()::text)::bigint
      WHERE id = ${id}::uuid`)
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint === CREDIT_GUARD) throw creditTooHigh()
    if (!isUniqueViolation(error)) throw error
    const message = `The number ${number} is taken; change the prefix in the settings of invoicing.`
    throw new Refusal('posting_refused', {
      detail: message,
      fields: [{ pointer: '/number', code: 'number_taken', message }],
    })
  }
}

async function tellPosting(
  tx: Tx,
  context: Context,
  { id, customerId, kind, currency, payable, reason, correctsId, correctsNumber }: StoredInvoice,
  number: string,
): Promise<void> {
  const amount = priceText(payable, currency)
  await appendEvents(tx, context, { kind: 'invoice', id, customerId }, [
    { type: 'invoice.posted', kind, number, payable: amount },
  ])
  if (correctsId === null || correctsNumber === null) return
  await appendEvents(tx, context, { kind: 'invoice', id: correctsId, customerId }, [
    { type: 'invoice.credited', number: correctsNumber, creditNote: number, payable: amount, reason },
  ])
}
