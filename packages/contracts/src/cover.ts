import { z } from 'zod'
import { Settlement } from './agreements.ts'
import { Day, Id, Instant, Money, Reason, Reference, idParams, pageOf, pageQuery } from './primitives.ts'
import { CoverPiece, OveragePolicy, PoolKind, PoolUnit, RatingStep } from './rating.ts'
import { defineRoute } from './route.ts'
import { TimeDraft, TimeEntry } from './time.ts'

/** What cover says of time before it is saved: the engine that will rate it, and nothing written. */
export const Verdict = z
  .object({
    minutes: z.int().meta({ examples: [22] }),
    billableMinutes: z.int().meta({ examples: [30] }),
    amount: Money.nullable().meta({ description: 'What would be charged.' }),
    pieces: z.array(CoverPiece),
    draws: z
      .array(
        z.object({
          pool: z.string().meta({ examples: ['V-12'] }),
          unit: PoolUnit,
          before: z.int().meta({ examples: [195] }),
          after: z.int().meta({ examples: [165] }),
          expiresOn: Day.nullable(),
        }),
      )
      .meta({ description: 'What it would take from vouchers and quotas; money in minor units.' }),
    explanation: z.array(RatingStep),
    agreement: Reference.nullable().meta({ description: 'Whose terms hold.' }),
    warnings: z.array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('overlap'),
          startedAt: Instant,
          endedAt: Instant,
          name: z
            .string()
            .meta({ description: 'What the other time is on.', examples: ['#1042 Cannot print invoices'] }),
        }),
        z.object({ kind: z.literal('late'), bookedOn: Day }),
        z.object({ kind: z.literal('week_closed') }),
        z.object({ kind: z.literal('period_locked'), through: Day }),
        z.object({ kind: z.literal('overage'), minutes: z.int(), policy: OveragePolicy }),
        z.object({ kind: z.literal('nearly_empty'), pool: z.string(), percentUsed: z.int() }),
      ]),
    ),
  })
  .meta({ id: 'Verdict' })
export type Verdict = z.infer<typeof Verdict>

export const previewTime = defineRoute({
  method: 'POST',
  path: '/api/v1/time-previews',
  tag: 'Cover',
  summary: 'Ask what time would be worth and what would pay for it',
  description:
    'The same engine as registering, without writing anything. With `entryId`: as if that entry were changed.',
  access: { audience: 'staff', permission: 'time:read' },
  body: TimeDraft.omit({ customerText: true, internalText: true }).extend({
    entryId: Id.optional(),
    caseId: Id.optional(),
    projectId: Id.optional(),
    employeeId: Id.optional(),
  }),
  responses: { 200: Verdict },
  refusals: ['reference_refused', 'invalid_minutes'],
})

const PoolState = z.object({
  id: Id,
  name: z.string().meta({ examples: ['V-12'] }),
  kind: PoolKind,
  unit: PoolUnit,
  granted: z.int().meta({ examples: [600] }),
  available: z.int().meta({ examples: [165] }),
  validFrom: Day,
  expiresOn: Day.nullable(),
})

export const CaseCover = z
  .object({
    isOutsideContract: z.boolean(),
    agreement: Reference.nullable().meta({ description: 'Chosen by hand on the case.' }),
    asked: z
      .array(
        z.object({
          agreement: Reference,
          settlement: Settlement,
          overagePolicy: OveragePolicy,
          pools: z.array(PoolState),
        }),
      )
      .meta({ description: 'What pays for work on it today, in the order in which it is asked (R14).' }),
    passedOver: z.array(z.object({ agreement: Reference, because: z.string() })),
    minutes: z.int(),
    billableMinutes: z.int(),
    coveredMinutes: z.int().meta({ description: 'Paid by vouchers and subscriptions.' }),
    amount: Money.nullable(),
    heldAmount: Money.nullable().meta({ description: 'Overage that waits for a decision.' }),
  })
  .meta({ id: 'CaseCover' })
export type CaseCover = z.infer<typeof CaseCover>

export const getCaseCover = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/cover',
  tag: 'Cover',
  summary: 'Read what covers a case',
  description: 'Which agreements pay for work on it, in order, with their balances; and what its time was worth.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('caseId'),
  responses: { 200: CaseCover },
  refusals: ['not_found'],
})

export const listOverage = defineRoute({
  method: 'GET',
  path: '/api/v1/overage',
  tag: 'Cover',
  summary: 'List overage that waits for a decision',
  description:
    'Work beyond prepaid cover that its agreement does not let be charged without a word (R22), oldest first.',
  access: { audience: 'staff', permission: 'agreement:read' },
  query: z.strictObject({ ...pageQuery, customerId: Id.optional() }),
  responses: { 200: pageOf(TimeEntry) },
  refusals: ['invalid_cursor'],
})
export const decideOverage = defineRoute({
  method: 'PUT',
  path: '/api/v1/time-entries/:entryId/overage-decision',
  tag: 'Cover',
  summary: 'Accept or decline the overage of an entry',
  description:
    'Accepted overage is charged, declined overage is not; the reason stays with the entry. To cover it by a new voucher instead, sell one: what waits is covered first.',
  access: { audience: 'staff', permission: 'overage:decide' },
  params: idParams('entryId'),
  body: z.strictObject({ verdict: z.enum(['accepted', 'declined']), reason: Reason }),
  responses: { 200: TimeEntry },
  refusals: ['not_found', 'nothing_to_decide'],
})
