import { Refusal } from '@timedesk/contracts/refusal'
import { creditableParts, type CreditablePart } from '@timedesk/domain/invoicing/credit-parts'
import type { FixedTotals } from '@timedesk/domain/invoicing/totals'
import type { Reader } from '../../platform/db/database.ts'
import type { StoredInvoice } from '../stored-invoice.ts'
import { creditOfNote, isCreditLine, readCreditGround, type CreditGround } from './credit-ground.ts'
import { refuseCredit } from './refuse-credit.ts'

export type Creditable = { fixed: FixedTotals; parts: CreditablePart[] }

/**
 * What a credit note takes from the invoice that it credits, after all that was credited since it was drafted, and what
 * that charged part by part; null for any other document. Whoever posts holds both. Refuses with `credit_refused` what is not left any more, and with
 * `posting_refused` lines that take nothing of the invoice beside others that do, and other terms than its own: VAT could
 * not close to the øre.
 */
export async function requireCreditable(reader: Reader, note: StoredInvoice): Promise<Creditable | null> {
  const { correctsId, lines, sources } = note
  if (correctsId === null || !lines.some(isCreditLine)) return null
  if (!lines.every(isCreditLine))
    throw refusedNote('/lines', 'lines_beyond_credit', 'Take off the lines that credit nothing of the invoice.')
  const ground = await readCreditGround(reader, correctsId)
  const outcome = creditOfNote(ground, note)
  if (outcome.ok && !isMirror(note, ground))
    throw refusedNote('', 'terms_differ', 'Draft it again: VAT, discount and exchange rate are those of the invoice.')
  if (outcome.ok) return { fixed: outcome.credit.fixed, parts: creditableParts(ground.posted, ground.earlier) }
  const lineOfSource = new Map(sources.map(({ creditsId, lineId }) => [creditsId, lineId]))
  throw refuseCredit(outcome.refusals, ({ sourceId, lineId }) => {
    const own = sourceId === null ? null : lineOfSource.get(sourceId)
    const index = lines.findIndex(
      ({ id, creditsLineId }) => id === own || (lineId !== null && creditsLineId === lineId),
    )
    return index < 0 ? '/lines' : `/lines/${String(index)}`
  })
}

/** Whether it is taxed and converted as its invoice was; a discount is off its lines already. */
function isMirror({ lines, discountBasisPoints, exchangeRate }: StoredInvoice, { original }: CreditGround): boolean {
  const linesById = new Map(original.lines.map((line) => [line.id, line]))
  const isTaxedAlike = lines.every(({ creditsLineId, vatCategory, vatRate }) => {
    const of = linesById.get(creditsLineId ?? '')
    return of?.vatCategory === vatCategory && of.vatRate === vatRate
  })
  return isTaxedAlike && discountBasisPoints === 0 && exchangeRate === original.exchangeRate
}

function refusedNote(pointer: string, code: string, message: string): Refusal {
  return new Refusal('posting_refused', { detail: message, fields: [{ pointer, code, message }] })
}
