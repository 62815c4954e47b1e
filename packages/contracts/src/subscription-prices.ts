import { z } from 'zod'
import { Amount, Day, Money, Reason, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'
import { SubscriptionLine, SubscriptionLineDraft } from './subscriptions.ts'

export const changeSubscriptionPrice = defineRoute({
  method: 'POST',
  path: '/api/v1/subscription-lines/:lineId/prices',
  tag: 'Subscriptions',
  summary: 'Change price or quantity from a day on',
  description:
    'A higher quantity in the middle of a period is charged by its days for the rest of it; a lower one counts from the next period (R35). A new price counts from the next period and leaves what is generated alone (R37).',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('lineId'),
  body: z.strictObject({
    validFrom: Day,
    quantity: SubscriptionLineDraft.shape.quantity.unwrap().optional(),
    unitPrice: Amount.optional(),
    reason: Reason,
  }),
  responses: { 201: SubscriptionLine },
  refusals: ['not_found', 'conflict', 'invalid_money', 'movement_refused'],
})

const IndexValue = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,3})?$/u)
  .meta({ examples: ['117.2'] })
const IndexMonth = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
  .meta({ examples: ['2026-01'] })
const Percent = z
  .string()
  .regex(/^-?\d{1,2}(\.\d)?$/u)
  .meta({ examples: ['3'] })
const indexation = {
  indexBase: IndexValue,
  indexBaseMonth: IndexMonth,
  indexNow: IndexValue,
  indexNowMonth: IndexMonth,
  cap: Percent.nullable().default(null).meta({ description: 'The most it may rise, in percent.' }),
  floor: Percent.nullable().default(null).meta({ description: 'The least it changes, in percent; 0 never falls.' }),
  threshold: Percent.nullable().default(null).meta({ description: 'Smaller changes are not made.' }),
}
export const IndexationPreview = z
  .object({
    oldPrice: Money,
    newPrice: Money,
    decidedBy: z.enum(['index', 'cap', 'floor', 'threshold']),
    earliest: Day.meta({ description: 'The earliest day that leaves a month’s notice.' }),
  })
  .meta({ id: 'IndexationPreview' })
export type IndexationPreview = z.infer<typeof IndexationPreview>
export const previewIndexation = defineRoute({
  method: 'POST',
  path: '/api/v1/subscription-lines/:lineId/indexation-previews',
  tag: 'Subscriptions',
  summary: 'See what an index makes of a price',
  description: 'New price = old price × index now / index base, within cap and floor (R37). Nothing is written.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('lineId'),
  body: z.strictObject(indexation),
  responses: { 200: IndexationPreview },
  refusals: ['not_found'],
})
export const indexPrice = defineRoute({
  method: 'POST',
  path: '/api/v1/subscription-lines/:lineId/indexations',
  tag: 'Subscriptions',
  summary: 'Index a price from a day on',
  description:
    'With at least a month’s notice; the customer’s managers and bookkeepers get a letter by mail. Both index values and months are kept (R37).',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('lineId'),
  body: z.strictObject({ ...indexation, validFrom: Day }),
  responses: { 201: SubscriptionLine },
  refusals: ['not_found', 'notice_too_short', 'conflict', 'movement_refused'],
})
