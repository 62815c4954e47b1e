import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getDeferredRevenue, getProfit, getTurnover, getVatSummary } from '@timedesk/contracts/reports'
import { getServiceLevels, listServiceLevelCases } from '@timedesk/contracts/service-levels'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export type ProfitQuery = Omit<z.input<typeof getProfit.query>, 'format' | 'limit'>
export type CustomerPeriod = { from: string; to: string; customerId?: string }

export type ServiceLevelQuery = Omit<z.input<typeof getServiceLevels.query>, 'format' | 'limit'>

export type ProfitAnswer = z.output<(typeof getProfit)['responses'][200]>
export type DeferredAnswer = z.output<(typeof getDeferredRevenue)['responses'][200]>
export type TurnoverAnswer = z.output<(typeof getTurnover)['responses'][200]>
export type ServiceLevelAnswer = z.output<(typeof getServiceLevels)['responses'][200]>
export type VatAnswer = z.output<(typeof getVatSummary)['responses'][200]>

// While another period is read, the one before stays in sight.
const kept = { placeholderData: keepPreviousData }

export const reportQueries = {
  profit: (query: ProfitQuery) =>
    queryOptions({
      ...kept,
      queryKey: [...queryRoots.reports, 'profit', query],
      queryFn: ({ signal }) => client.call(getProfit, { query, signal }),
    }),
  deferred: (query: CustomerPeriod) =>
    queryOptions({
      ...kept,
      queryKey: [...queryRoots.reports, 'deferred', query],
      queryFn: ({ signal }) => client.call(getDeferredRevenue, { query, signal }),
    }),
  turnover: (query: CustomerPeriod) =>
    queryOptions({
      ...kept,
      queryKey: [...queryRoots.reports, 'turnover', query],
      queryFn: ({ signal }) => client.call(getTurnover, { query, signal }),
    }),
  vat: (query: { from: string; to: string }) =>
    queryOptions({
      ...kept,
      queryKey: [...queryRoots.reports, 'vat', query],
      queryFn: ({ signal }) => client.call(getVatSummary, { query, signal }),
    }),
  serviceLevels: (query: ServiceLevelQuery) =>
    queryOptions({
      ...kept,
      queryKey: [...queryRoots.reports, 'service-levels', query],
      queryFn: ({ signal }) => client.call(getServiceLevels, { query, signal }),
    }),
  serviceLevelCases: (query: ServiceLevelQuery, key: string) =>
    pagesOf([...queryRoots.reports, 'service-level-cases', query, key], (page, signal) =>
      client.call(listServiceLevelCases, { query: { ...query, ...page, key }, signal }),
    ),
}

const FORMATS = ['csv', 'xlsx', 'xml'] as const
export type ReportFile = { format: (typeof FORMATS)[number]; url: string }

/** Where the same rows are as files. */
export const reportFiles = {
  profit: (query: ProfitQuery) => filesOf((format) => client.urlOf(getProfit, { query: { ...query, format } })),
  deferred: (query: CustomerPeriod) =>
    filesOf((format) => client.urlOf(getDeferredRevenue, { query: { ...query, format } })),
  turnover: (query: CustomerPeriod) => filesOf((format) => client.urlOf(getTurnover, { query: { ...query, format } })),
  vat: (query: { from: string; to: string }) =>
    filesOf((format) => client.urlOf(getVatSummary, { query: { ...query, format } })),
  serviceLevels: (query: ServiceLevelQuery) =>
    filesOf((format) => client.urlOf(getServiceLevels, { query: { ...query, format } })),
}

function filesOf(urlOf: (format: ReportFile['format']) => string): ReportFile[] {
  return FORMATS.map((format) => ({ format, url: urlOf(format) }))
}
