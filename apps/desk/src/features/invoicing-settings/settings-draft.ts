import { AccountKind, type InvoicingSettings } from '@timedesk/contracts/invoicing-settings'
import type { z } from 'zod'

export type Account = z.infer<typeof AccountKind>

/** How the company invoices, as it is written in the form; named as the fields of the request. */
export type SettingsDraft = Omit<
  InvoicingSettings,
  'nextInvoiceNumber' | 'nextCreditNoteNumber' | 'version' | 'accounts'
> & {
  accounts: Record<Account, string>
}

export function draftOfSettings(settings: InvoicingSettings): SettingsDraft {
  const {
    nextInvoiceNumber: _invoice,
    nextCreditNoteNumber: _creditNote,
    version: _version,
    accounts,
    ...same
  } = settings
  const named = AccountKind.options.map((kind) => [kind, accounts[kind] ?? ''])
  return { ...same, accounts: Object.fromEntries(named) as Record<Account, string> }
}
