import { z } from 'zod'
import { AgreementState, Settlement } from './agreements.ts'
import { Day, Id, Instant, Money, idParams, pageOf, pageQuery } from './primitives.ts'
import { MovementKind, OveragePolicy, PieceHold, PieceKind, PoolKind, PoolUnit, VoucherState } from './rating.ts'
import { defineRoute } from './route.ts'

export const ExtranetPool = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['V-12'] }),
    kind: PoolKind,
    unit: PoolUnit,
    validFrom: Day,
    expiresOn: Day.nullable(),
    granted: z
      .int()
      .nullable()
      .meta({ description: 'Null where balances are not shown.', examples: [600] }),
    available: z
      .int()
      .nullable()
      .meta({ examples: [165] }),
    emptyOn: Day.nullable().meta({ description: 'When it runs out at the pace of the last eight weeks.' }),
    price: Money.nullable(),
    state: VoucherState,
  })
  .meta({ id: 'ExtranetPool' })
export type ExtranetPool = z.infer<typeof ExtranetPool>

export const ExtranetAgreement = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [31] }),
    heading: z.string().meta({ examples: ['Support voucher'] }),
    terms: z.string(),
    settlement: Settlement,
    state: AgreementState.exclude(['draft']),
    validFrom: Day,
    validTo: Day.nullable(),
    poNumber: z.string(),
    overagePolicy: OveragePolicy,
    pools: z.array(ExtranetPool).meta({ description: 'Those that hold today first.' }),
    periods: z
      .array(
        z.object({
          id: Id,
          description: z.string(),
          kind: z.enum(['regular', 'supplement', 'credit']),
          from: Day,
          to: Day,
          amount: Money.nullable(),
        }),
      )
      .meta({ description: 'The latest twelve of a subscription.' }),
    shows: z.object({ balances: z.boolean(), money: z.boolean() }).meta({ description: 'What the supplier shows.' }),
  })
  .meta({ id: 'ExtranetAgreement' })
export type ExtranetAgreement = z.infer<typeof ExtranetAgreement>

export const extranetListAgreements = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/agreements',
  tag: 'Extranet: agreements',
  summary: 'List agreements',
  description: 'One’s customer’s, those that hold first; drafts are not shown.',
  access: { audience: 'contact', permission: 'agreement:read' },
  responses: { 200: z.object({ data: z.array(ExtranetAgreement) }) },
  refusals: [],
})
export const extranetGetAgreement = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/agreements/:agreementId',
  tag: 'Extranet: agreements',
  summary: 'Read an agreement',
  description: 'With balances and periods, as far as the supplier shows them.',
  access: { audience: 'contact', permission: 'agreement:read' },
  params: idParams('agreementId'),
  responses: { 200: ExtranetAgreement },
  refusals: ['not_found'],
})

export const ExtranetStatementRow = z
  .object({
    id: Id,
    kind: MovementKind,
    day: Day.meta({ description: 'The work date, else the day it was booked.' }),
    caseNumber: z
      .int()
      .nullable()
      .meta({ description: 'Null for cases that one may not see.', examples: [1042] }),
    employee: z
      .string()
      .nullable()
      .meta({ examples: ['Mette Holm'] }),
    minutes: z.int().nullable(),
    units: z.int().meta({ examples: [-30] }),
    balanceAfter: z.int().meta({ examples: [165] }),
  })
  .meta({ id: 'ExtranetStatementRow' })
export type ExtranetStatementRow = z.infer<typeof ExtranetStatementRow>
export const extranetListStatement = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/pools/:poolId/statement',
  tag: 'Extranet: agreements',
  summary: 'Read the statement of a voucher or a quota',
  description: 'What was used on which case, latest first; empty where balances are not shown.',
  access: { audience: 'contact', permission: 'agreement:read' },
  params: idParams('poolId'),
  query: z.strictObject({ ...pageQuery, to: Day.optional() }),
  responses: { 200: pageOf(ExtranetStatementRow) },
  refusals: ['not_found', 'invalid_cursor'],
})

export const ExtranetTimeLine = z
  .object({
    id: Id,
    workDate: Day,
    employee: z.string().meta({ examples: ['Mette Holm'] }),
    activityType: z.string().meta({ examples: ['Support'] }),
    minutes: z.int().meta({ description: 'Worked.', examples: [25] }),
    billableMinutes: z.int().meta({ examples: [30] }),
    isBillable: z.boolean(),
    text: z.string().meta({ examples: ['Reset of the mail profile'] }),
    coveredBy: z
      .array(
        z.object({
          kind: PieceKind,
          name: z
            .string()
            .nullable()
            .meta({ description: 'The voucher, quota or agreement.', examples: ['V-12'] }),
          minutes: z.int(),
          hold: PieceHold.nullable().meta({
            description: 'Work beyond the agreement that waits to be accepted, is not settled, or is not charged.',
          }),
        }),
      )
      .meta({ description: 'What pays for it.' }),
    amount: Money.nullable().meta({
      description: 'Null where money is not shown, or before there is a price. What was declined is left out.',
    }),
    isReversal: z.boolean().meta({ description: 'Takes an earlier line back.', examples: [false] }),
    isInvoiced: z.boolean().meta({ examples: [false] }),
    question: z
      .object({
        state: z.enum(['open', 'answered']),
        question: z.string().meta({ examples: ['Was that not covered by the warranty?'] }),
        askedBy: z.string(),
        askedAt: Instant,
        resolution: z.enum(['confirmed', 'adjusted', 'not_charged']).nullable(),
        answer: z.string(),
      })
      .nullable()
      .meta({ description: 'What was asked about it last.' }),
    can: z.object({ question: z.boolean(), decideOverage: z.boolean() }),
  })
  .meta({ id: 'ExtranetTimeLine' })
export type ExtranetTimeLine = z.infer<typeof ExtranetTimeLine>
export const extranetListTime = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/cases/:caseId/time',
  tag: 'Extranet: cases',
  summary: 'List the time on a case',
  description: 'As far as the supplier shows it: never, once it is approved, or at once.',
  access: { audience: 'contact', permission: 'case:read' },
  params: idParams('caseId'),
  query: z.strictObject(pageQuery),
  responses: {
    200: pageOf(ExtranetTimeLine).extend({
      shown: z.enum(['none', 'approved', 'live']),
      totals: z.object({ minutes: z.int(), billableMinutes: z.int(), amount: Money.nullable() }),
    }),
  },
  refusals: ['not_found', 'invalid_cursor'],
})
