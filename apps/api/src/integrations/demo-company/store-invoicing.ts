import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import type { DemoCurrencyRate } from '@timedesk/prisma/seed/invoicing-shape'
import { Prisma } from '@timedesk/prisma/client'
import { insertRows, type Table } from '../../platform/db/insert-rows.ts'
import type { Tx } from '../../platform/db/database.ts'

const currencyRates: Table<DemoCurrencyRate> = {
  name: 'currency_rate',
  columns: { currency: 'text', validFrom: 'date', rate: 'bigint', createdByName: 'text', createdAt: 'timestamptz' },
}

/** Stores how the company invoices, and what foreign money is worth. */
export async function storeInvoicing(tx: Tx, { invoicing, currencyRates: rates }: DemoCompany): Promise<void> {
  const { email, phone, iban, bic, bankRegistration, bankAccount } = invoicing
  const { paymentTermsDays, invoicePrefix, creditNotePrefix, firstNumber, accounts } = invoicing
  await tx.rows(Prisma.sql`UPDATE invoicing_settings SET email = ${email}, phone = ${phone}, iban = ${iban}, bic = ${bic},
    bank_registration = ${bankRegistration}, bank_account = ${bankAccount}, payment_terms_days = ${paymentTermsDays},
    invoice_prefix = ${invoicePrefix}, credit_note_prefix = ${creditNotePrefix}, first_number = ${firstNumber},
    accounts = ${JSON.stringify(accounts)}::jsonb`)
  await insertRows(tx, currencyRates, rates)
}
