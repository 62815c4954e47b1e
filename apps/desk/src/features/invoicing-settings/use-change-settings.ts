import {
  setCurrencyRate,
  updateInvoicingSettings,
  type InvoicingSettings,
} from '@timedesk/contracts/invoicing-settings'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { wireDecimal } from '../../shared/forms/wire-decimal.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import type { SettingsDraft } from './settings-draft.ts'

/** Changes how the company invoices, if nobody did so since it was read. */
export function useUpdateInvoicingSettings({ version }: InvoicingSettings) {
  return useChange(
    ({ vatRate, accounts, ...same }: Partial<SettingsDraft>) =>
      client.call(updateInvoicingSettings, {
        headers: ifMatch(version),
        body: {
          ...same,
          ...(vatRate !== undefined && { vatRate: wireDecimal(vatRate) ?? '' }),
          ...(accounts !== undefined && {
            accounts: Object.fromEntries(Object.entries(accounts).filter(([, account]) => account.trim() !== '')),
          }),
        },
      }),
    // Drafts show the live seller and its terms.
    [queryRoots.invoicingSettings, queryRoots.invoices],
  )
}

/** Sets what a unit of a foreign currency is worth from a day on. */
export function useSetCurrencyRate() {
  return useChange(
    ({ currency, validFrom, rate }: { currency: string; validFrom: string; rate: string }) =>
      client.call(setCurrencyRate, { params: { currency, validFrom }, body: { rate: wireDecimal(rate) ?? '' } }),
    [queryRoots.currencyRates, queryRoots.invoices],
  )
}
