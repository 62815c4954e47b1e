import { z } from 'zod'
import { Settlement } from './agreements.ts'
import { CurrencyCode, Day, Id, Money, queryInteger } from './primitives.ts'
import { defineRoute } from './route.ts'

const period = {
  from: Day.meta({ examples: ['2026-01-01'] }),
  to: Day.meta({ examples: ['2026-03-31'] }),
}
const Format = z.enum(['json', 'csv', 'xlsx', 'xml']).default('json')
const Margin = z
  .string()
  .nullable()
  .meta({ description: 'Percent of revenue, two decimals; null without revenue.', examples: ['43.03'] })

/** What a dimension of the profit report can be. */
export const ProfitDimension = z
  .enum(['case', 'agreement', 'customer', 'employee', 'department', 'case_type', 'settlement', 'month'])
  .meta({ id: 'ProfitDimension', examples: ['agreement'] })

const figures = {
  invoiced: Money.meta({ description: 'Posted less credited in the period, without VAT.' }),
  recognised: Money.meta({
    description: 'Earned: work charged by the hour, vouchers used or expired, subscriptions by days (R56).',
  }),
  revenue: Money.meta({ description: 'The basis that was asked for.' }),
  cost: Money.meta({ description: 'Minutes worked at the cost rate of their day (R57).' }),
  profit: Money,
  marginPercent: Margin,
  minutes: z.int().meta({ description: 'Worked.' }),
  billableMinutes: z.int(),
  effectiveRate: Money.nullable().meta({ description: 'Revenue for an hour worked (R58); null without work.' }),
  contribution: Money.nullable().meta({ description: 'Profit for an hour worked.' }),
}
export const ProfitRow = z
  .object({
    key: z.string().meta({ description: 'Id, month or settlement; empty for what belongs to none.' }),
    name: z.string().meta({ description: 'Empty for what belongs to none, which is shown and never dropped (R59).' }),
    ...figures,
  })
  .meta({ id: 'ProfitRow' })
export type ProfitRow = z.infer<typeof ProfitRow>

const filters = {
  ...period,
  customerId: Id.optional(),
  agreementId: Id.optional(),
  employeeId: Id.optional(),
  departmentId: Id.optional(),
  settlement: Settlement.optional(),
}
const reads = { audience: 'staff', permission: 'report:read' } as const

export const getProfit = defineRoute({
  method: 'GET',
  path: '/api/v1/reports/profit',
  tag: 'Reports',
  summary: 'Read revenue, cost and profit',
  description:
    'By a dimension, in the company’s currency. Each dimension adds up to the same totals. Revenue that belongs to no single case or employee, such as a subscription’s fee, is in the row without a name.',
  access: reads,
  query: z.strictObject({
    ...filters,
    by: ProfitDimension.default('customer'),
    basis: z.enum(['recognised', 'invoiced']).default('recognised'),
    format: Format,
    limit: queryInteger(1, 5_000).default(1_000),
  }),
  responses: {
    200: z.object({
      data: z.array(ProfitRow),
      totals: z.object(figures),
      isCut: z.boolean().meta({ description: 'Whether there are more rows than asked for; totals are of all.' }),
      currency: CurrencyCode,
    }),
  },
  refusals: [],
  budget: 'search',
})

const deferral = {
  opening: Money,
  sold: Money.meta({ description: 'Vouchers sold, fees charged; in and out by transfer.' }),
  recognised: Money.meta({ description: 'Earned by use, or by days.' }),
  breakage: Money.meta({ description: 'Earned because it expired (R26).' }),
  credited: Money,
  closing: Money,
}
export const DeferredRow = z
  .object({
    kind: z.enum(['voucher', 'subscription']),
    key: Id.meta({ description: 'The voucher, or the plan line of a subscription.' }),
    name: z.string().meta({ examples: ['V-12'] }),
    customerName: z.string(),
    agreementName: z.string(),
    ...deferral,
  })
  .meta({ id: 'DeferredRow' })
export type DeferredRow = z.infer<typeof DeferredRow>
export const getDeferredRevenue = defineRoute({
  method: 'GET',
  path: '/api/v1/reports/deferred-revenue',
  tag: 'Reports',
  summary: 'Read the roll-forward of deferred revenue',
  description:
    'What was paid in advance: opening, sold, earned, expired, credited and closing. What vouchers owe ties to their ledger, and `ties` says whether it does.',
  access: reads,
  query: z.strictObject({ ...period, customerId: Id.optional(), format: Format }),
  responses: {
    200: z.object({
      data: z.array(DeferredRow),
      totals: z.object(deferral),
      ties: z.boolean(),
      currency: CurrencyCode,
    }),
  },
  refusals: [],
  budget: 'search',
})

export const TurnoverRow = z
  .object({
    month: z.string().meta({ examples: ['2026-03'] }),
    timeSpent: Money,
    overage: Money,
    vouchers: Money,
    subscriptions: Money,
    other: Money,
    credits: Money.meta({ description: 'Negative.' }),
    invoiced: Money,
    recognised: Money,
    writtenDown: Money.meta({ description: 'Registered and not charged: written down on documents or written off.' }),
  })
  .meta({ id: 'TurnoverRow' })
export const getTurnover = defineRoute({
  method: 'GET',
  path: '/api/v1/reports/turnover',
  tag: 'Reports',
  summary: 'Read the turnover on support by month',
  description:
    'Invoiced by what it was for, less credits, beside what was earned; without VAT, in the company’s currency.',
  access: reads,
  query: z.strictObject({ ...period, customerId: Id.optional(), format: Format }),
  responses: { 200: z.object({ data: z.array(TurnoverRow), currency: CurrencyCode }) },
  refusals: [],
  budget: 'search',
})

export const getVatSummary = defineRoute({
  method: 'GET',
  path: '/api/v1/reports/vat',
  tag: 'Reports',
  summary: 'Read the VAT of a period',
  description: 'By category and rate of what was posted, in the company’s currency, with the check of the numbers.',
  access: reads,
  query: z.strictObject({ ...period, format: Format }),
  responses: {
    200: z.object({
      data: z.array(
        z.object({
          category: z.string(),
          rate: z.string(),
          invoices: Money,
          credits: Money,
          base: Money,
          vat: Money,
        }),
      ),
      documents: z.int(),
      gaps: z.array(z.string()).meta({ description: 'Numbers that are missing in a series; always empty.' }),
      currency: CurrencyCode,
    }),
  },
  refusals: [],
  budget: 'search',
})
