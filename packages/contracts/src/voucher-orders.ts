import { z } from 'zod'
import { LINE_LENGTH_MAX } from './limits.ts'
import {
  Amount,
  Day,
  Id,
  Instant,
  Money,
  OptionalLine,
  Reason,
  Reference,
  idParams,
  pageOf,
  pageQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { VoucherUnit } from './vouchers.ts'

export const VoucherOrder = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [3] }),
    state: z.enum(['open', 'accepted', 'declined']),
    customer: Reference,
    agreement: Reference,
    orderedBy: z.string().meta({ examples: ['Anna Berg'] }),
    unit: VoucherUnit,
    quantity: z.int().meta({ description: 'Minutes, cases or minor units of money.', examples: [600] }),
    price: Money,
    message: z.string(),
    createdAt: Instant,
    voucher: Reference.nullable(),
    reason: z.string(),
    decidedByName: z.string().nullable(),
    decidedAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'VoucherOrder' })
export type VoucherOrder = z.infer<typeof VoucherOrder>

export const listVoucherOrders = defineRoute({
  method: 'GET',
  path: '/api/v1/voucher-orders',
  tag: 'Vouchers',
  summary: 'List orders of vouchers',
  description: 'What contacts ordered in the extranet: open ones oldest first, else latest first.',
  access: { audience: 'staff', permission: 'agreement:read' },
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(['open', 'accepted', 'declined']).default('open'),
    customerId: Id.optional(),
  }),
  responses: { 200: pageOf(VoucherOrder) },
  refusals: ['invalid_cursor'],
})
export const acceptVoucherOrder = defineRoute({
  method: 'POST',
  path: '/api/v1/voucher-orders/:orderId/acceptance',
  tag: 'Vouchers',
  summary: 'Sell the voucher that was ordered',
  description: 'At the price that was offered, or at another.',
  access: { audience: 'staff', permission: 'voucher:write' },
  params: idParams('orderId'),
  body: z.strictObject({
    price: Amount.optional(),
    validFrom: Day.optional(),
    expiresOn: Day.nullable().default(null),
    activateOn: z.enum(['sale', 'posting', 'payment']).default('sale'),
  }),
  responses: { 201: VoucherOrder },
  refusals: ['not_found', 'order_decided', 'settlement_refused', 'agreement_state_refused', 'invalid_money'],
})
export const declineVoucherOrder = defineRoute({
  method: 'POST',
  path: '/api/v1/voucher-orders/:orderId/refusal',
  tag: 'Vouchers',
  summary: 'Decline an order of a voucher',
  description: 'With a reason, which the contact reads.',
  access: { audience: 'staff', permission: 'voucher:write' },
  params: idParams('orderId'),
  body: z.strictObject({ reason: Reason }),
  responses: { 200: VoucherOrder },
  refusals: ['not_found', 'order_decided'],
})

export const VoucherOffer = z
  .object({ unit: VoucherUnit, quantity: z.int(), price: Money })
  .meta({ id: 'VoucherOffer', description: 'As vouchers under the agreement were sold before.' })
export const ExtranetVoucherOrder = VoucherOrder.omit({ customer: true, version: true, decidedByName: true }).meta({
  id: 'ExtranetVoucherOrder',
})
export type ExtranetVoucherOrder = z.infer<typeof ExtranetVoucherOrder>
export const extranetListVoucherOrders = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/agreements/:agreementId/voucher-orders',
  tag: 'Extranet: agreements',
  summary: 'List one’s orders of vouchers',
  description: 'Latest first, with what can be ordered.',
  access: { audience: 'contact', permission: 'agreement:read' },
  params: idParams('agreementId'),
  responses: { 200: z.object({ data: z.array(ExtranetVoucherOrder), offers: z.array(VoucherOffer) }) },
  refusals: ['not_found'],
})
export const extranetOrderVoucher = defineRoute({
  method: 'POST',
  path: '/api/extranet/v1/agreements/:agreementId/voucher-orders',
  tag: 'Extranet: agreements',
  summary: 'Order a further voucher',
  description: 'One of the offers; the supplier sells it or says why not.',
  access: { audience: 'contact', permission: 'voucher:order' },
  params: idParams('agreementId'),
  body: z.strictObject({
    unit: VoucherUnit,
    quantity: z.int().min(1),
    message: OptionalLine.pipe(z.string().max(LINE_LENGTH_MAX)).default(''),
  }),
  responses: { 201: ExtranetVoucherOrder },
  refusals: ['not_found', 'settlement_refused', 'offer_unknown'],
})
