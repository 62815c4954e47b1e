import type { createCustomer as contract } from '@timedesk/contracts/customers'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireActive } from '../platform/db/references.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { readRate } from '../platform/read-rate.ts'
import { termsAfter, termsAssignment, usualTerms } from './invoicing-terms.ts'

/**
 * Creates a customer. Unless said otherwise, country, currency and language are the company's, and its people see
 * neither time nor money.
 */
export async function createCustomer(
  tx: Tx,
  context: Context,
  wanted: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  const { name, address = '', vatId = null, phone = '', website = '', remarks = '', accountManagerId = null } = wanted
  const { coverOrder, requiresPo = false, showsTime = 'none' } = wanted
  const { showsBalances = false, showsMoney = false } = wanted
  const terms = termsAfter(usualTerms, wanted)
  const company = await tx.company.findUniqueOrThrow({ where: { id: 1 } })
  const currency = wanted.currency ?? company.currency
  const countryCode = wanted.countryCode ?? company.countryCode
  const language = wanted.language ?? company.language
  const rate = readRate(wanted.ratePerHour ?? null, currency)
  if (accountManagerId !== null) await requireActive(tx, 'employee', accountManagerId, '/body/accountManagerId')
  await tx.rows(Prisma.sql`
    INSERT INTO customer (id, name, address, country_code, vat_id, phone, website, currency, language, rate_per_hour, account_manager_id, remarks,
      cover_order, requires_po, shows_time, shows_balances, shows_money, created_at)
    VALUES (${id}::uuid, ${name}, ${address}, ${countryCode}, ${vatId}, ${phone}, ${website}, ${currency}, ${language}, ${rate},
            ${accountManagerId}::uuid, ${remarks}, ${coverOrder === undefined ? Prisma.sql`DEFAULT` : Prisma.sql`${coverOrder}::text[]`},
            ${requiresPo}, ${showsTime}, ${showsBalances}, ${showsMoney}, ${context.now})`)
  await tx.rows(Prisma.sql`UPDATE customer SET ${termsAssignment(terms)} WHERE id = ${id}::uuid`)
  await appendEvents(tx, context, { kind: 'customer', id, customerId: id }, [{ type: 'customer.created', name }])
  return id
}
