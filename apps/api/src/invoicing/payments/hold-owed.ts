import { Refusal } from '@timedesk/contracts/refusal'
import { companyDay } from '../../agreements/company-day.ts'
import type { Tx } from '../../platform/db/database.ts'
import { holdDocument } from '../hold-document.ts'
import { readBalance, type Balance } from '../read-balance.ts'
import type { StoredInvoice } from '../stored-invoice.ts'

/** A posted document that money is recorded for, held until the transaction ends. */
export type HeldOwed = Balance & {
  stored: StoredInvoice & { number: string }
  /** The company's day. */
  today: string
}

/** Refuses with `not_found` and `invoice_not_posted`. */
export async function holdOwed(tx: Tx, now: Date, invoiceId: string): Promise<HeldOwed> {
  const stored = await holdDocument(tx, invoiceId)
  const { number } = stored
  if (number === null) throw new Refusal('invoice_not_posted')
  const [balance, today] = await Promise.all([readBalance(tx, invoiceId), companyDay(tx, now)])
  return { ...balance, stored: { ...stored, number }, today }
}
