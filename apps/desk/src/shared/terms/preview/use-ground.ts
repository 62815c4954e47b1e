import { queryOptions, useQuery } from '@tanstack/react-query'
import { getCustomer } from '@timedesk/contracts/customers'

import { client } from '../../client.ts'
import { dayIn } from '../../day-in.ts'
import { queryRoots } from '../../query-roots.ts'
import { useMe } from '../../session/use-me.ts'
import { companyQueries } from '../../settings/company-queries.ts'
import { settingQueries } from '../../settings/setting-queries.ts'
import type { TermsGround } from './ground.ts'

export const groundQueries = {
  /** The customer that terms are agreed with, for currency and price. */
  customer: (customerId: string) =>
    queryOptions({
      queryKey: [...queryRoots.customers, 'one', customerId],
      queryFn: ({ signal }) => client.call(getCustomer, { params: { customerId }, signal }),
    }),
}

/** What a preview of terms stands on. What is not loaded, or may not be seen, counts as not there. */
export function useGround(customerId: string | null): TermsGround {
  const { company: own } = useMe()
  const customer = useQuery({ ...groundQueries.customer(customerId ?? ''), enabled: customerId !== null })
  const company = useQuery(companyQueries.one())
  const priceClasses = useQuery(settingQueries.priceClasses())
  const rateCards = useQuery(settingQueries.rateCards())
  const calendars = useQuery(settingQueries.serviceCalendars())
  return {
    today: dayIn(own.timeZone, new Date()),
    customer: customer.data ?? null,
    company: { ...own, ratePerHour: company.data?.ratePerHour ?? null },
    priceClasses: priceClasses.data ?? [],
    rateCards: rateCards.data ?? [],
    calendars: calendars.data ?? [],
  }
}
