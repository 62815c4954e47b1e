import { Prisma } from '@timedesk/prisma/client'
import { companyDay } from '../../agreements/company-day.ts'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { rateInForce } from '../../settings/invoicing/currency-rates.ts'
import { dueOf } from '../document-of.ts'
import type { StoredInvoice } from '../stored-invoice.ts'

/**
 * Fills what a draft left to its posting: the company's day as the day of issue, the last day to pay by its terms, and
 * the rate of its day for a foreign currency (R73). Resolves with the day of issue.
 */
export async function dateDocument(tx: Tx, { now }: Acting, stored: StoredInvoice): Promise<string> {
  const issuedOn = stored.issuedOn ?? (await companyDay(tx, now))
  const isForeign = stored.currency !== stored.companyCurrency
  const rate = stored.exchangeRate ?? (isForeign ? await rateInForce(tx, stored.currency, issuedOn) : null)
  await tx.rows(Prisma.sql`UPDATE invoice SET issued_on = ${issuedOn}::date, due_on = ${dueOf({ ...stored, issuedOn })}::date,
      exchange_rate = ${isForeign ? rate : null}::bigint WHERE id = ${stored.id}::uuid`)
  return issuedOn
}
