import { z } from 'zod'
import { VOUCHER_UNITS_MAX } from './limits.ts'
import {
  Amount,
  CaseReference,
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
import { MovementKind, PoolUnit, VoucherState } from './rating.ts'
import { defineRoute } from './route.ts'

/** What vouchers are sold in. */
export const VoucherUnit = PoolUnit.exclude(['unlimited'])
const units = z
  .int()
  .min(1)
  .max(VOUCHER_UNITS_MAX)
  .meta({ examples: [600] })

export const Voucher = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [12] }),
    name: z.string().meta({ examples: ['V-12'] }),
    agreement: Reference,
    customer: Reference,
    unit: VoucherUnit,
    quantity: z.int().meta({ description: 'Bought: minutes, cases or minor units of money.', examples: [600] }),
    price: Money,
    unitPrice: Money.nullable().meta({ description: 'Price of an hour or a case; null for money.' }),
    validFrom: Day,
    expiresOn: Day.nullable(),
    state: VoucherState,
    activateOn: z.enum(['sale', 'posting', 'payment']),
    vatTiming: z.enum(['sale', 'redemption']).meta({ description: 'When VAT falls due (R62).' }),
    soldOn: Day,
    activatedOn: Day.nullable(),
    cancelledOn: Day.nullable(),
    granted: z
      .int()
      .meta({ description: 'Bought, adjusted and transferred in, less transferred out.', examples: [600] }),
    used: z
      .int()
      .meta({ description: 'Drawn by time that is approved, or by all when the company approves none (R19).' }),
    pending: z.int().meta({ description: 'Drawn by time that is not approved yet.', examples: [0] }),
    expired: z.int().meta({ examples: [0] }),
    available: z.int().meta({ examples: [165] }),
    recognised: Money.meta({ description: 'Earned by draws and expiry (R24, R26).' }),
    liability: Money.meta({ description: 'Paid and not earned yet.' }),
    credited: Money,
    burnPerWeek: z.int().meta({ description: 'Units drawn in the last eight weeks, by week.', examples: [45] }),
    emptyOn: Day.nullable().meta({ description: 'When it runs out at that pace (R29).' }),
    remarks: z.string().meta({ examples: [''] }),
    version: z.int().meta({ examples: [1] }),
    can: z.object({
      activate: z.boolean(),
      adjust: z.boolean(),
      transfer: z.boolean(),
      extend: z.boolean(),
      cancel: z.boolean(),
    }),
  })
  .meta({ id: 'Voucher' })
export type Voucher = z.infer<typeof Voucher>

export const LedgerRow = z
  .object({
    id: Id,
    kind: MovementKind,
    bookedOn: Day,
    workDate: Day.nullable(),
    case: CaseReference.nullable(),
    employee: Reference.nullable(),
    minutes: z
      .int()
      .nullable()
      .meta({ description: 'Billable minutes behind a draw.', examples: [30] }),
    units: z.int().meta({ description: 'What the balance changed by.', examples: [-30] }),
    balanceAfter: z.int().meta({ examples: [165] }),
    revenue: Money,
    credited: Money,
    liabilityAfter: Money,
    counterpart: z
      .string()
      .nullable()
      .meta({ description: 'The other voucher of a transfer.', examples: ['V-13'] }),
    reason: z.string(),
    approvedBy: Reference.nullable(),
    actorName: z.string().meta({ examples: ['Mette Holm'] }),
    at: Instant,
  })
  .meta({ id: 'LedgerRow' })
export type LedgerRow = z.infer<typeof LedgerRow>

export const PoolStatement = z
  .object({
    asOf: Day,
    balance: z.int().meta({ description: 'At the end of that day.', examples: [165] }),
    liability: Money,
    recognised: Money,
    credited: Money,
  })
  .meta({ id: 'PoolStatement' })

export const listVouchers = defineRoute({
  method: 'GET',
  path: '/api/v1/vouchers',
  tag: 'Vouchers',
  summary: 'List vouchers',
  description: 'Newest first, with balances and forecasts.',
  access: { audience: 'staff', permission: 'agreement:read' },
  query: z.strictObject({
    ...pageQuery,
    customerId: Id.optional(),
    agreementId: Id.optional(),
    state: VoucherState.optional(),
  }),
  responses: { 200: pageOf(Voucher) },
  refusals: ['invalid_cursor'],
})
export const getVoucher = defineRoute({
  method: 'GET',
  path: '/api/v1/vouchers/:voucherId',
  tag: 'Vouchers',
  summary: 'Read a voucher',
  description: 'By id or by number.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: z.strictObject({
    voucherId: z.union([Id, z.string().regex(/^[1-9]\d{0,8}$/u)]).meta({ examples: ['12'] }),
  }),
  responses: { 200: Voucher },
  refusals: ['not_found'],
  etag: true,
})
export const listPoolLedger = defineRoute({
  method: 'GET',
  path: '/api/v1/pools/:poolId/ledger',
  tag: 'Vouchers',
  summary: 'Read the ledger of a voucher or a quota',
  description: 'Every unit and amount that moved, latest first; append-only. A voucher’s pool has its id.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('poolId'),
  query: z.strictObject({ ...pageQuery, to: Day.optional().meta({ description: 'Booked up to this day.' }) }),
  responses: { 200: pageOf(LedgerRow) },
  refusals: ['not_found', 'invalid_cursor'],
})
export const getPoolStatement = defineRoute({
  method: 'GET',
  path: '/api/v1/pools/:poolId/statement',
  tag: 'Vouchers',
  summary: 'Read the statement of a voucher or a quota as of a day',
  description: 'Balance, liability and what was earned at the end of that day, as the ledger had it.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('poolId'),
  query: z.strictObject({ asOf: Day.optional().meta({ description: 'Today unless said otherwise.' }) }),
  responses: { 200: PoolStatement },
  refusals: ['not_found'],
})
export const sellVoucher = defineRoute({
  method: 'POST',
  path: '/api/v1/agreements/:agreementId/vouchers',
  tag: 'Vouchers',
  summary: 'Sell a voucher',
  description:
    'Its price becomes potential, its units cover work from the first day on. Overage that waits is covered by it at once, oldest first.',
  access: { audience: 'staff', permission: 'voucher:write' },
  params: idParams('agreementId'),
  body: z.strictObject({
    unit: VoucherUnit,
    quantity: units,
    price: Amount,
    validFrom: Day.optional().meta({ description: 'Today unless said otherwise.' }),
    expiresOn: Day.nullable().default(null),
    activateOn: z.enum(['sale', 'posting', 'payment']).default('sale'),
    vatTiming: z.enum(['sale', 'redemption']).default('sale'),
    remarks: OptionalLine.default(''),
  }),
  responses: { 201: Voucher },
  refusals: ['not_found', 'settlement_refused', 'agreement_state_refused', 'invalid_money'],
})
const movement = {
  method: 'POST',
  tag: 'Vouchers',
  access: { audience: 'staff', permission: 'voucher:write' },
  params: idParams('voucherId'),
  responses: { 201: Voucher },
} as const
export const activateVoucher = defineRoute({
  ...movement,
  path: '/api/v1/vouchers/:voucherId/activation',
  summary: 'Activate an ordered voucher',
  description: 'Its units cover work from then on.',
  refusals: ['not_found', 'movement_refused'],
})
export const adjustVoucher = defineRoute({
  ...movement,
  path: '/api/v1/vouchers/:voucherId/adjustments',
  summary: 'Adjust a voucher',
  description: 'A free top-up, goodwill or a correction, with reason and approver; the price stays (R30).',
  body: z.strictObject({
    units: z
      .int()
      .min(-VOUCHER_UNITS_MAX)
      .max(VOUCHER_UNITS_MAX)
      .refine((count) => count !== 0),
    reason: Reason,
    approverId: Id.meta({ description: 'Somebody with voucher:write or overage:decide; oneself where one may.' }),
  }),
  refusals: ['not_found', 'balance_too_low', 'movement_refused', 'reference_refused'],
})
export const transferVoucher = defineRoute({
  ...movement,
  path: '/api/v1/vouchers/:voucherId/transfers',
  summary: 'Transfer units to another voucher',
  description: 'Of the same unit and currency, with the liability that belongs to them; both ledgers tell it.',
  body: z.strictObject({ toVoucherId: Id, units, reason: Reason }),
  refusals: ['not_found', 'balance_too_low', 'movement_refused', 'reference_refused'],
})
export const extendVoucher = defineRoute({
  ...movement,
  path: '/api/v1/vouchers/:voucherId/extensions',
  summary: 'Extend a voucher',
  description: 'A later last day, with a reason. Units that expired come back with their liability (R26).',
  body: z.strictObject({ expiresOn: Day.nullable(), reason: Reason }),
  refusals: ['not_found', 'movement_refused'],
})
export const cancelVoucher = defineRoute({
  ...movement,
  path: '/api/v1/vouchers/:voucherId/cancellation',
  summary: 'Cancel a voucher',
  description: 'Unused units are credited at their purchase price; used ones stay earned (R27).',
  body: z.strictObject({ reason: Reason }),
  refusals: ['not_found', 'movement_refused'],
})
