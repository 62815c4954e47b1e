import type { AccountKind, InvoicingSettings } from '@timedesk/contracts/invoicing-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

/** How the company invoices, as it is stored; the standard rate of VAT in hundredths of a percent. */
export type InvoicingRow = {
  email: string
  phone: string
  endpointScheme: string
  endpointId: string
  iban: string
  bic: string
  bankRegistration: string
  bankAccount: string
  paymentTermsDays: number
  vatRate: number
  roundTo: InvoicingSettings['roundTo']
  invoicePrefix: string
  creditNotePrefix: string
  firstNumber: number
  numbersByYear: boolean
  accounts: Partial<Record<AccountKind, string>>
  version: number
}

const columns = Prisma.sql`s.email, s.phone, s.endpoint_scheme AS "endpointScheme", s.endpoint_id AS "endpointId", s.iban, s.bic,
  s.bank_registration AS "bankRegistration", s.bank_account AS "bankAccount", s.payment_terms_days AS "paymentTermsDays",
  s.vat_rate AS "vatRate", s.round_to AS "roundTo", s.invoice_prefix AS "invoicePrefix", s.credit_note_prefix AS "creditNotePrefix",
  s.first_number AS "firstNumber", s.numbers_by_year AS "numbersByYear", s.accounts, s.version`

/** The row; held until the transaction ends where that is asked for. There is always one. */
export async function readInvoicingRow(reader: Reader, hold: 'held' | 'seen' = 'seen'): Promise<InvoicingRow> {
  const lock = hold === 'held' ? Prisma.sql`FOR UPDATE` : Prisma.empty
  const [row] = await reader.rows<InvoicingRow>(Prisma.sql`SELECT ${columns} FROM invoicing_settings s ${lock}`)
  if (row === undefined) throw new Error('The database has no settings of invoicing.')
  return row
}
