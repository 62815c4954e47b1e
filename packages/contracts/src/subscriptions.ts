import { z } from 'zod'
import { VOUCHER_UNITS_MAX } from './limits.ts'
import {
  Amount,
  Day,
  Id,
  Instant,
  Money,
  Name,
  Reference,
  idParams,
  pageOf,
  pageQuery,
  position,
} from './primitives.ts'
import { defineRoute } from './route.ts'

const BillingPeriod = z
  .enum(['month', 'quarter', 'half_year', 'year'])
  .meta({ id: 'BillingPeriod', examples: ['month'] })
export type BillingPeriod = z.infer<typeof BillingPeriod>

const Quota = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('none') }),
  z.strictObject({ unit: z.literal('unlimited') }),
  z.strictObject({
    unit: z.enum(['minutes', 'cases']),
    units: z.int().min(1).max(VOUCHER_UNITS_MAX),
    rolloverPeriods: z
      .int()
      .min(0)
      .max(12)
      .default(0)
      .meta({ description: 'For how many periods what is unused stays usable (R38).' }),
    rolloverMax: z
      .int()
      .min(0)
      .max(VOUCHER_UNITS_MAX)
      .nullable()
      .default(null)
      .meta({ description: 'How much at most passes the end of its period; null: all of it.' }),
  }),
])

export const SubscriptionLine = z
  .object({
    id: Id,
    agreement: Reference,
    customer: Reference,
    description: z.string().meta({ examples: ['Service desk, 5 hours'] }),
    position: z.int(),
    period: BillingPeriod,
    startsOn: Day,
    endsOn: Day.nullable(),
    timing: z.enum(['advance', 'arrears']),
    leadDays: z.int(),
    alignsToCalendar: z.boolean(),
    prorates: z.boolean(),
    quota: Quota,
    quantity: z.int().meta({ description: 'Of the period that runs.', examples: [1] }),
    unitPrice: Money,
    amount: Money.meta({ description: 'Price of a whole period.' }),
    prices: z.array(
      z.object({
        validFrom: Day,
        quantity: z.int(),
        unitPrice: Money,
        kind: z.enum(['agreed', 'changed', 'indexed']),
        index: z
          .object({ base: z.string(), baseMonth: z.string(), now: z.string(), nowMonth: z.string() })
          .nullable()
          .meta({ description: 'Both index values and their months (R37).' }),
        reason: z.string(),
        byName: z.string(),
        at: Instant,
      }),
    ),
    current: z
      .object({ from: Day, to: Day, poolId: Id.nullable(), granted: z.int().nullable(), available: z.int().nullable() })
      .nullable()
      .meta({ description: 'The period that runs, with its quota.' }),
    nextChargeOn: Day.nullable(),
    isActive: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'SubscriptionLine' })
export type SubscriptionLine = z.infer<typeof SubscriptionLine>

const lineFields = {
  description: Name,
  position,
  period: BillingPeriod,
  startsOn: Day.optional().meta({ description: 'The agreement’s first day unless said otherwise.' }),
  timing: z.enum(['advance', 'arrears']),
  leadDays: z.int().min(0).max(90).meta({ description: 'Days before its period that an advance charge arises (R32).' }),
  alignsToCalendar: z.boolean().meta({ description: 'Periods follow the calendar, not the first day.' }),
  prorates: z.boolean().meta({ description: 'Periods that are not whole are charged by their days (R34).' }),
  quota: Quota,
  quantity: z.int().min(1).max(100_000),
  unitPrice: Amount.meta({ description: 'For one, for a whole period, without VAT.' }),
}

export const SubscriptionLineDraft = z.strictObject({
  ...lineFields,
  position: position.default(0),
  timing: lineFields.timing.default('advance'),
  leadDays: lineFields.leadDays.default(0),
  alignsToCalendar: z.boolean().default(false),
  prorates: z.boolean().default(true),
  quota: Quota.default({ unit: 'none' }),
  quantity: lineFields.quantity.default(1),
})

export const listSubscriptionLines = defineRoute({
  method: 'GET',
  path: '/api/v1/agreements/:agreementId/lines',
  tag: 'Subscriptions',
  summary: 'List the plan of a subscription',
  description: 'Its lines with prices, the period that runs and what is left of it.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('agreementId'),
  responses: { 200: z.object({ data: z.array(SubscriptionLine) }) },
  refusals: ['not_found'],
})
export const getSubscriptionLine = defineRoute({
  method: 'GET',
  path: '/api/v1/subscription-lines/:lineId',
  tag: 'Subscriptions',
  summary: 'Read a plan line',
  description: 'With its prices and the period that runs.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('lineId'),
  responses: { 200: SubscriptionLine },
  refusals: ['not_found'],
  etag: true,
})
export const addSubscriptionLine = defineRoute({
  method: 'POST',
  path: '/api/v1/agreements/:agreementId/lines',
  tag: 'Subscriptions',
  summary: 'Add a line to the plan',
  description:
    'While the agreement is active, its periods up to today are generated at once: their charges become potential and their quotas cover work (R31–R34).',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('agreementId'),
  body: SubscriptionLineDraft,
  responses: { 201: SubscriptionLine },
  refusals: ['not_found', 'settlement_refused', 'agreement_state_refused', 'invalid_money'],
})
export const updateSubscriptionLine = defineRoute({
  method: 'PATCH',
  path: '/api/v1/subscription-lines/:lineId',
  tag: 'Subscriptions',
  summary: 'Change or end a plan line',
  description: 'Counts for periods that are generated from now on; those that are, stay (R37). `endsOn` ends it.',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('lineId'),
  body: z
    .strictObject({
      description: Name,
      position,
      leadDays: lineFields.leadDays,
      quota: Quota,
      endsOn: Day.nullable(),
    })
    .partial(),
  responses: { 200: SubscriptionLine },
  refusals: ['not_found', 'agreement_state_refused', 'movement_refused'],
  ifMatch: 'required',
  etag: true,
})

export const SubscriptionPeriod = z
  .object({
    id: Id,
    line: Reference,
    kind: z.enum(['regular', 'supplement', 'credit']),
    from: Day,
    to: Day,
    chargedDays: z.int(),
    wholeDays: z.int(),
    quantity: z.int(),
    unitPrice: Money,
    amount: Money,
    dueOn: Day,
    isDue: z.boolean(),
    quota: z
      .object({
        poolId: Id,
        unit: z.enum(['minutes', 'cases', 'unlimited']),
        granted: z.int(),
        used: z.int(),
        available: z.int(),
        usableUntil: Day.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'SubscriptionPeriod' })
export type SubscriptionPeriod = z.infer<typeof SubscriptionPeriod>
export const listSubscriptionPeriods = defineRoute({
  method: 'GET',
  path: '/api/v1/agreements/:agreementId/periods',
  tag: 'Subscriptions',
  summary: 'List the periods of a subscription',
  description: 'What was charged and what was included, latest first.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('agreementId'),
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(SubscriptionPeriod) },
  refusals: ['not_found', 'invalid_cursor'],
})
