import type { updateInvoicingSettings as contract } from '@timedesk/contracts/invoicing-settings'
import { Refusal } from '@timedesk/contracts/refusal'
import { isBic, isIban } from '@timedesk/domain/invoicing/identifiers'
import { percentText, readPercent } from '@timedesk/domain/money/decimal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { COMPANY_SUBJECT_ID } from '../company-subject.ts'
import { readInvoicingRow, type InvoicingRow } from './invoicing-row.ts'
import { isOfOtherSeries } from './number-series.ts'
import { refusedField, requireEndpoint } from './require-endpoint.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes how the company invoices; what is posted stays as it is. Refuses a stale version, bank details that cannot be
 * right, half an address in Peppol, and with `conflict` prefixes or a first number that would give a number twice.
 */
export async function updateInvoicingSettings(
  tx: Tx,
  context: Context,
  wanted: Wanted,
  ifMatch: number | null,
): Promise<void> {
  const before = await readInvoicingRow(tx, 'held')
  requireVersion(before.version, ifMatch)
  const after = rowAfter(before, wanted)
  requireAccount(after)
  requireEndpoint(after)
  await requireOwnNumbers(tx, before, after)
  const changes = changesBetween(shown(before), shown(after))
  if (changes.length === 0) return
  await tx.rows(Prisma.sql`
    UPDATE invoicing_settings SET email = ${after.email}, phone = ${after.phone}, endpoint_scheme = ${after.endpointScheme},
           endpoint_id = ${after.endpointId}, iban = ${after.iban}, bic = ${after.bic}, bank_registration = ${after.bankRegistration},
           bank_account = ${after.bankAccount}, payment_terms_days = ${after.paymentTermsDays}, vat_rate = ${after.vatRate},
           round_to = ${after.roundTo}, invoice_prefix = ${after.invoicePrefix}, credit_note_prefix = ${after.creditNotePrefix},
           first_number = ${after.firstNumber}, numbers_by_year = ${after.numbersByYear},
           accounts = ${JSON.stringify(after.accounts)}::jsonb, version = version + 1`)
  await appendEvents(tx, context, { kind: 'setting', id: COMPANY_SUBJECT_ID }, [
    { type: 'setting.changed', setting: 'invoicing', name: 'Invoicing', changes },
  ])
}

function rowAfter(before: InvoicingRow, { vatRate, iban, bic, ...wanted }: Wanted): InvoicingRow {
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  return {
    ...before,
    ...given,
    iban: iban === undefined ? before.iban : withoutSpaces(iban),
    bic: bic === undefined ? before.bic : withoutSpaces(bic),
    vatRate: vatRate === undefined ? before.vatRate : readPercent(vatRate),
  }
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/gu, '').toUpperCase()
}

function requireAccount({ iban, bic, bankRegistration, bankAccount }: InvoicingRow): void {
  if (iban !== '' && !isIban(iban)) throw refusedField('iban', 'not_an_iban', 'Its check digits are not right.')
  if (bic !== '' && !isBic(bic)) throw refusedField('bic', 'not_a_bic', 'A BIC has 8 or 11 letters and digits.')
  if (bankRegistration === '' && bankAccount !== '')
    throw refusedField('bankRegistration', 'missing', 'Say the registration number too.')
  if (bankAccount === '' && bankRegistration !== '')
    throw refusedField('bankAccount', 'missing', 'Say the account number too.')
}

/** No two series may come to give the same number, and a series never goes back (R44). */
async function requireOwnNumbers(tx: Tx, before: InvoicingRow, after: InvoicingRow): Promise<void> {
  if (after.invoicePrefix === after.creditNotePrefix)
    throw taken('creditNotePrefix', 'Invoices and credit notes need prefixes that differ.')
  const [found] = await tx.rows<{ ofInvoices: boolean; ofCreditNotes: boolean; last: number | null }>(Prisma.sql`SELECT
      EXISTS (SELECT 1 FROM invoice i WHERE ${isOfOtherSeries('invoice', after)}) AS "ofInvoices",
      EXISTS (SELECT 1 FROM invoice i WHERE ${isOfOtherSeries('credit_note', after)}) AS "ofCreditNotes",
      (SELECT max(next_number) - 1 FROM number_series) AS last`)
  if (found?.ofInvoices === true) throw taken('invoicePrefix', 'Documents have numbers with this prefix already.')
  if (found?.ofCreditNotes === true) throw taken('creditNotePrefix', 'Documents have numbers with this prefix already.')
  const last = found?.last ?? null
  if (last !== null && after.firstNumber !== before.firstNumber && after.firstNumber <= last)
    throw taken('firstNumber', `Numbers up to ${String(last)} are taken already.`)
}

function taken(name: string, message: string): Refusal {
  return new Refusal('conflict', { detail: message, fields: [{ pointer: `/body/${name}`, code: 'taken', message }] })
}

function shown({ accounts, vatRate, version: _, ...row }: InvoicingRow) {
  const kinds = Object.entries(accounts).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { ...row, vatRate: percentText(vatRate), accounts: kinds.map(([kind, account]) => `${kind} ${account}`) }
}
