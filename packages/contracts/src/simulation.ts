import { z } from 'zod'
import { AgreementDraft } from './agreements.ts'
import { SIMULATION_MONTHS_MAX, VOUCHER_UNITS_MAX } from './limits.ts'
import { Amount, CurrencyCode, Day, Id, Money, Reference } from './primitives.ts'
import { defineRoute } from './route.ts'
import { SubscriptionLineDraft } from './subscriptions.ts'
import { VoucherUnit } from './vouchers.ts'

const side = z.object({
  charged: z.object({
    fees: Money.meta({ description: 'Subscription fees.' }),
    vouchers: Money.meta({
      description: 'Vouchers: today by what was used of them, under the draft as they are bought.',
    }),
    time: Money.meta({ description: 'Work by the hour.' }),
    overage: Money.meta({ description: 'Work beyond prepaid cover.' }),
    total: Money.meta({ description: 'What the customer pays.' }),
  }),
  earned: Money.meta({ description: 'What we earn: vouchers by use, the rest as charged.' }),
  unused: Money.meta({ description: 'Prepaid and left at the end.' }),
  cost: Money.nullable().meta({ description: 'Null for those who may not see costs, and where one is not known.' }),
  profit: Money.nullable(),
  margin: z
    .string()
    .nullable()
    .meta({ description: 'Percent of what is earned.', examples: ['43.03'] }),
  coveredMinutes: z.int(),
  overageMinutes: z.int(),
  billableMinutes: z.int(),
})

export const Simulation = z
  .object({
    customer: Reference,
    from: Day,
    to: Day,
    currency: CurrencyCode,
    entries: z.int().meta({ examples: [212] }),
    minutes: z.int().meta({ description: 'Minutes worked.', examples: [9400] }),
    today: side.meta({ description: 'The same work as it was covered.' }),
    draft: side.meta({ description: 'The same work under the draft.' }),
    difference: Money.meta({ description: 'What the customer would have paid more; negative: less.' }),
    breakEven: z
      .object({
        hoursPerMonth: z
          .string()
          .nullable()
          .meta({ description: 'Work per month at which both cost the customer the same.', examples: ['6.25'] }),
        profitHoursPerMonth: z
          .string()
          .nullable()
          .meta({ description: 'Work per month from which the draft loses money; null: never, or costs are hidden.' }),
        averageHoursPerMonth: z.string().meta({ examples: ['7.83'] }),
      })
      .meta({ description: 'In hours by the month, two decimals.' }),
    months: z.array(
      z.object({
        month: z.string().meta({ examples: ['2026-02'] }),
        minutes: z.int(),
        today: Money,
        draft: Money,
        draftOverageMinutes: z.int(),
      }),
    ),
    leftOut: z.int().meta({
      description: 'Entries without any rate or in another currency, which count for nothing.',
      examples: [0],
    }),
  })
  .meta({ id: 'Simulation' })
export type Simulation = z.infer<typeof Simulation>

export const simulateAgreement = defineRoute({
  method: 'POST',
  path: '/api/v1/agreement-simulations',
  tag: 'Agreements',
  summary: 'Replay real work under a draft agreement',
  description:
    'Takes the customer’s real billable time of the last months through the engine that covers it every day, with the draft in place of all its agreements. Vouchers are bought anew when one is empty. Nothing is written.',
  access: { audience: 'staff', permission: 'agreement:read' },
  body: z.strictObject({
    customerId: Id,
    months: z.int().min(3).max(SIMULATION_MONTHS_MAX).default(12),
    agreementId: Id.optional().meta({ description: 'A stored agreement or draft, instead of `draft`.' }),
    draft: AgreementDraft.omit({ ownerId: true, poNumber: true, terms: true }).optional(),
    voucher: z
      .strictObject({
        unit: VoucherUnit,
        quantity: z.int().min(1).max(VOUCHER_UNITS_MAX),
        price: Amount,
        validMonths: z.int().min(1).max(60).nullable().default(null),
      })
      .optional()
      .meta({ description: 'What is bought under a voucher agreement, again and again.' }),
    lines: z.array(SubscriptionLineDraft).max(20).default([]).meta({ description: 'The plan of a subscription.' }),
  }),
  responses: { 200: Simulation },
  refusals: ['reference_refused', 'invalid_money'],
  budget: 'search',
})
