import { z } from 'zod'
import { Day, Factor, Id, Money, Reference } from './primitives.ts'

/** Where a rate was found (R6), or the agreement's own price for overage (R22). */
export const RateSource = z.enum([
  'entry',
  'agreement_role_activity',
  'agreement_role',
  'agreement',
  'customer',
  'role',
  'company',
  'overage',
])
export type RateSource = z.infer<typeof RateSource>

/** Where prepaid units come from: a voucher, or the quota of a period of a subscription. */
export const PoolKind = z.enum(['voucher', 'quota'])
export type PoolKind = z.infer<typeof PoolKind>
export const PoolUnit = z
  .enum(['minutes', 'cases', 'money', 'unlimited'])
  .meta({ id: 'PoolUnit', examples: ['minutes'] })
export type PoolUnit = z.infer<typeof PoolUnit>

/** How units of a pool move. */
export const MovementKind = z
  .enum(['sale', 'grant', 'draw', 'return', 'transfer_in', 'transfer_out', 'expire', 'extend', 'adjust', 'cancel'])
  .meta({ examples: ['draw'] })

export const VoucherState = z
  .enum(['ordered', 'active', 'exhausted', 'expired', 'cancelled'])
  .meta({ id: 'VoucherState', examples: ['active'] })

/** What is summed before it is rounded (R2): one entry, the work on a case in a day, or that in a calendar month. */
export const RoundingScope = z
  .enum(['entry', 'case_day', 'case_period'])
  .meta({ id: 'RoundingScope', examples: ['entry'] })
export type RoundingScope = z.infer<typeof RoundingScope>

/** `bill` charges overage, `approve` holds it until somebody accepts it, `block` holds it until it is settled (R22). */
export const OveragePolicy = z.enum(['bill', 'approve', 'block']).meta({ id: 'OveragePolicy', examples: ['bill'] })
export type OveragePolicy = z.infer<typeof OveragePolicy>

/** Why a stretch of time has its factor; `weekend` is a Saturday or Sunday outside of opening hours. */
export const StretchReason = z.enum(['service_hours', 'after_hours', 'weekend', 'holiday'])
export type StretchReason = z.infer<typeof StretchReason>

/** One step of the chain that leads from minutes to money. Units are minutes, cases, or minor units of money. */
export const RatingStep = z
  .discriminatedUnion('step', [
    z.object({
      step: z.literal('not_billable'),
      because: z.enum(['entry', 'activity', 'agreement', 'internal']).optional(),
    }),
    z.object({ step: z.literal('outside_contract') }),
    z.object({
      step: z.literal('agreement_passed_over'),
      agreement: z.string(),
      because: z.enum(['state', 'validity', 'case_type', 'activity_type', 'department', 'project']),
    }),
    z.object({ step: z.literal('terms'), agreement: z.string() }),
    z.object({
      step: z.literal('rounded'),
      actual: z.int(),
      increment: z.int(),
      minimum: z.int(),
      billable: z.int(),
      scope: RoundingScope.optional(),
      before: z.int().optional(),
    }),
    z.object({ step: z.literal('stretch'), reason: StretchReason, minutes: z.int(), factor: Factor }),
    z.object({ step: z.literal('no_clock') }),
    z.object({ step: z.literal('after_hours_suggested'), minutes: z.int(), factor: Factor }),
    z.object({ step: z.literal('rate'), source: RateSource, ratePerHour: Money }),
    z.object({ step: z.literal('activity_rate'), factor: Factor, ratePerHour: Money }),
    z.object({ step: z.literal('rate_missing') }),
    z.object({
      step: z.literal('drawn'),
      pool: z.string(),
      kind: PoolKind,
      agreement: z.string(),
      unit: PoolUnit,
      minutes: z.int(),
      units: z.int(),
      balanceBefore: z.int(),
      balanceAfter: z.int(),
      expiresOn: Day.nullable(),
    }),
    z.object({ step: z.literal('case_covered'), pool: z.string(), agreement: z.string(), minutes: z.int() }),
    z.object({ step: z.literal('pool_empty'), pool: z.string(), agreement: z.string() }),
    z.object({ step: z.literal('no_pool'), agreement: z.string() }),
    z.object({ step: z.literal('overage'), agreement: z.string(), minutes: z.int(), policy: OveragePolicy }),
    z.object({
      step: z.literal('amount'),
      minutes: z.int(),
      amount: Money,
      factor: Factor.optional(),
      ratePerHour: Money.optional(),
    }),
    z.object({ step: z.literal('reversed'), entryId: Id }),
  ])
  .meta({ id: 'RatingStep' })
export type RatingStep = z.infer<typeof RatingStep>

/** What pays for a part of an entry, if anything does. */
export const PieceKind = z
  .enum(['time_spent', 'overage', 'subscription', 'voucher', 'non_billable', 'missing_rate'])
  .meta({ examples: ['voucher'] })
export type PieceKind = z.infer<typeof PieceKind>

/** Why overage is not charged, for now or for good (R22). */
export const PieceHold = z.enum(['approval', 'blocked', 'declined'])
export type PieceHold = z.infer<typeof PieceHold>

/** A part of an entry and what pays for it; pieces sum to the billable minutes (R15). */
export const CoverPiece = z
  .object({
    kind: PieceKind,
    minutes: z.int().meta({ examples: [30] }),
    factor: Factor,
    amount: Money.nullable().meta({ description: 'What is charged for it; zero when prepaid.' }),
    value: Money.nullable().meta({ description: 'What it would have cost by the hour.' }),
    agreement: Reference.nullable(),
    pool: z.object({ id: Id, name: z.string().meta({ examples: ['V-12'] }), unit: PoolUnit }).nullable(),
    units: z
      .int()
      .nullable()
      .meta({ description: 'Drawn from the pool: minutes, cases or minor units.', examples: [30] }),
    hold: PieceHold.nullable().meta({ description: 'Overage that waits, is stopped, or was declined (R22).' }),
  })
  .meta({ id: 'CoverPiece' })
export type CoverPiece = z.infer<typeof CoverPiece>
