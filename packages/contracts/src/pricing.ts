import { z } from 'zod'
import { PRICE_ROWS_MAX } from './limits.ts'
import {
  CurrencyCode,
  Day,
  Factor,
  HourlyRate,
  Id,
  Money,
  Name,
  Reference,
  activeQuery,
  idParams,
  position,
} from './primitives.ts'
import { defineRoute } from './route.ts'

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item) })

export const PriceClass = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Senior'] }),
    ratePerHour: Money.nullable().meta({ description: 'Its price where no agreement and no customer names one (R6).' }),
    drawFactor: Factor.meta({
      description: 'Minutes of a voucher that one minute of its work costs (R23).',
      examples: ['1.5'],
    }),
    position: z.int().meta({ examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'PriceClass' })
export type PriceClass = z.infer<typeof PriceClass>

const priceClassFields = { name: Name, ratePerHour: HourlyRate.nullable(), drawFactor: Factor, position }

export const listPriceClasses = defineRoute({
  method: 'GET',
  path: '/api/v1/price-classes',
  tag: 'Prices',
  summary: 'List price classes',
  description: 'Levels that work is priced by, such as junior and senior, in their order.',
  access: { audience: 'staff', permission: 'settings:read' },
  query: z.strictObject(activeQuery),
  responses: { 200: listOf(PriceClass) },
  refusals: [],
})
export const createPriceClass = defineRoute({
  method: 'POST',
  path: '/api/v1/price-classes',
  tag: 'Prices',
  summary: 'Create a price class',
  description: 'Employees have one; rate cards price it.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject(priceClassFields).partial().required({ name: true }),
  responses: { 201: PriceClass },
  refusals: ['conflict', 'invalid_money'],
})
export const updatePriceClass = defineRoute({
  method: 'PATCH',
  path: '/api/v1/price-classes/:priceClassId',
  tag: 'Prices',
  summary: 'Change or deactivate a price class',
  description: 'Counts for time that is rated from now on; a new price also for time that has none.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('priceClassId'),
  body: z.strictObject({ ...priceClassFields, isActive: z.boolean() }).partial(),
  responses: { 200: PriceClass },
  refusals: ['not_found', 'conflict', 'invalid_money'],
  ifMatch: 'required',
  etag: true,
})

const RateCardRow = z.object({
  priceClass: Reference,
  activityType: Reference.nullable().meta({ description: 'Null: every activity.' }),
  validFrom: Day,
  ratePerHour: Money,
})

export const RateCard = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Consultants 2026'] }),
    currency: CurrencyCode,
    rows: z.array(RateCardRow).meta({ description: 'The row with the latest day up to the work date counts (R6).' }),
    agreements: z.int().meta({ description: 'Agreements that use it.', examples: [3] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'RateCard' })
export type RateCard = z.infer<typeof RateCard>

const rateCardRows = z
  .array(
    z.strictObject({
      priceClassId: Id,
      activityTypeId: Id.nullable().default(null),
      validFrom: Day,
      ratePerHour: HourlyRate,
    }),
  )
  .max(PRICE_ROWS_MAX)

export const listRateCards = defineRoute({
  method: 'GET',
  path: '/api/v1/rate-cards',
  tag: 'Prices',
  summary: 'List rate cards',
  description: 'Price lists that several agreements share, by name.',
  access: { audience: 'staff', permission: 'agreement:read' },
  query: z.strictObject(activeQuery),
  responses: { 200: listOf(RateCard) },
  refusals: [],
})
export const getRateCard = defineRoute({
  method: 'GET',
  path: '/api/v1/rate-cards/:rateCardId',
  tag: 'Prices',
  summary: 'Read a rate card',
  description: 'With its prices, by price class, activity and day.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('rateCardId'),
  responses: { 200: RateCard },
  refusals: ['not_found'],
  etag: true,
})
export const createRateCard = defineRoute({
  method: 'POST',
  path: '/api/v1/rate-cards',
  tag: 'Prices',
  summary: 'Create a rate card',
  description: 'Prices per hour in one currency, the company’s unless said otherwise.',
  access: { audience: 'staff', permission: 'agreement:write' },
  body: z.strictObject({ name: Name, currency: CurrencyCode.optional(), rows: rateCardRows.default([]) }),
  responses: { 201: RateCard },
  refusals: ['conflict', 'invalid_money', 'reference_refused'],
})
export const updateRateCard = defineRoute({
  method: 'PATCH',
  path: '/api/v1/rate-cards/:rateCardId',
  tag: 'Prices',
  summary: 'Change or deactivate a rate card',
  description:
    '`rows` replaces all prices. Time under agreements that use it and that is not invoiced yet is rated anew (R11).',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('rateCardId'),
  body: z.strictObject({ name: Name, rows: rateCardRows, isActive: z.boolean() }).partial(),
  responses: { 200: RateCard },
  refusals: ['not_found', 'conflict', 'invalid_money', 'reference_refused'],
  ifMatch: 'required',
  etag: true,
})
