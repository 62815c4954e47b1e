import { queryOptions } from '@tanstack/react-query'
import { getInvoicingSettings, listCurrencyRates } from '@timedesk/contracts/invoicing-settings'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

export const invoicingSettingsQueries = {
  one: () =>
    queryOptions({
      queryKey: [...queryRoots.invoicingSettings],
      queryFn: ({ signal }) => client.call(getInvoicingSettings, { signal }),
      // The next number is another one after each posting.
      staleTime: 0,
    }),
  rates: () =>
    queryOptions({
      queryKey: [...queryRoots.currencyRates],
      queryFn: async ({ signal }) => (await client.call(listCurrencyRates, { signal })).data,
    }),
}
