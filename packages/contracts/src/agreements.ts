import { z } from 'zod'
import { SCOPE_RULES_MAX } from './limits.ts'
import {
  CurrencyCode,
  Day,
  Factor,
  HourlyRate,
  Id,
  Instant,
  LongText,
  Money,
  Name,
  OptionalLine,
  Reference,
  idParams,
  pageOf,
  pageQuery,
  searchQuery,
} from './primitives.ts'
import { OveragePolicy, PoolUnit, RoundingScope } from './rating.ts'
import { defineRoute } from './route.ts'

export const Settlement = z
  .enum(['time_spent', 'voucher', 'subscription'])
  .meta({ id: 'Settlement', examples: ['time_spent'] })
export type Settlement = z.infer<typeof Settlement>

export const ScopeKind = z.enum(['case_type', 'activity_type', 'department', 'project'])
export type ScopeKind = z.infer<typeof ScopeKind>
const ScopeMode = z.enum(['include', 'exclude'])

const AfterHoursPolicy = z.enum(['none', 'automatic', 'suggest'])

export const AgreementState = z
  .enum(['draft', 'active', 'suspended', 'ended'])
  .meta({ id: 'AgreementState', examples: ['active'] })
export type AgreementState = z.infer<typeof AgreementState>

export const AgreementSummary = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [31] }),
    customer: Reference,
    heading: z.string().meta({ examples: ['Support by the hour'] }),
    settlement: Settlement,
    state: AgreementState,
    validFrom: Day,
    validTo: Day.nullable(),
    currency: CurrencyCode,
    ratePerHour: Money.nullable(),
    incrementMinutes: z
      .int()
      .meta({ description: 'Billable minutes are rounded up to a multiple of this (R2).', examples: [15] }),
    minimumMinutes: z.int().meta({ description: 'Fewest billable minutes (R2).', examples: [15] }),
    owner: Reference.nullable(),
    balance: z
      .object({
        unit: PoolUnit,
        granted: z.int().meta({ description: 'Of the pools that hold today.', examples: [600] }),
        available: z.int().meta({ examples: [165] }),
        expiresOn: Day.nullable().meta({ description: 'The earliest of them.' }),
      })
      .nullable()
      .meta({ description: 'What is left today; null without prepaid units.' }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'AgreementSummary' })
export type AgreementSummary = z.infer<typeof AgreementSummary>

export const Agreement = AgreementSummary.extend({
  terms: z.string().meta({ examples: ['Weekdays 8–16.'] }),
  isBillable: z.boolean().meta({ description: 'Whether work under it is billable unless said otherwise.' }),
  rateCard: Reference.nullable(),
  roundingScope: RoundingScope.meta({
    description: 'What is summed before it is rounded (R2): the entry, the case’s day, or the case’s calendar month.',
  }),
  afterHours: z
    .object({
      policy: AfterHoursPolicy,
      calendar: Reference.nullable(),
      factor: Factor,
      weekendFactor: Factor.nullable(),
      holidayFactor: Factor.nullable(),
    })
    .meta({ description: 'Surcharges outside of service hours; the highest that applies wins (R4).' }),
  scope: z
    .array(z.object({ kind: ScopeKind, mode: ScopeMode, reference: Reference }))
    .meta({ description: 'What work it is for; nothing of a kind included means all of it, an exclusion wins.' }),
  overagePolicy: OveragePolicy,
  overageRate: Money.nullable().meta({
    description: 'Price of work beyond prepaid cover; null: the ordinary one (R22).',
  }),
  thresholds: z.array(z.int()).meta({ description: 'Percent used at which a warning is given, once (R29).' }),
  termMonths: z.int().nullable(),
  renewal: z.enum(['none', 'automatic']),
  noticeDays: z.int(),
  noticeBy: Day.nullable().meta({ description: 'The last day on which notice ends it with this term.' }),
  creditsUnused: z.boolean().meta({ description: 'Whether prepaid days left at the end are credited (R36).' }),
  terminatedOn: Day.nullable().meta({
    description: 'The day on which notice was given; `validTo` is then its last day.',
  }),
  terminationReason: z.string(),
  poNumber: z.string().meta({ examples: ['PO-4711'] }),
  warnings: z
    .array(z.object({ kind: z.string(), facts: z.record(z.string(), z.unknown()), at: Instant }))
    .meta({ description: 'The latest twenty.' }),
  can: z.object({ edit: z.boolean(), sellVoucher: z.boolean(), addLine: z.boolean(), terminate: z.boolean() }),
}).meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof Agreement>

const scopeRules = z
  .array(z.strictObject({ kind: ScopeKind, mode: ScopeMode, id: Id }))
  .max(SCOPE_RULES_MAX)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'Names each thing once.')

const agreementFields = {
  heading: Name,
  terms: LongText,
  validFrom: Day,
  validTo: Day.nullable(),
  isBillable: z.boolean(),
  ratePerHour: HourlyRate.nullable(),
  rateCardId: Id.nullable(),
  incrementMinutes: z
    .int()
    .min(1)
    .max(240)
    .meta({ examples: [15] }),
  minimumMinutes: z
    .int()
    .min(0)
    .max(480)
    .meta({ examples: [15] }),
  roundingScope: RoundingScope,
  afterHours: z.strictObject({
    policy: AfterHoursPolicy,
    calendarId: Id.nullable().default(null),
    factor: Factor.default('1'),
    weekendFactor: Factor.nullable().default(null),
    holidayFactor: Factor.nullable().default(null),
  }),
  scope: scopeRules,
  overagePolicy: OveragePolicy,
  overageRate: HourlyRate.nullable(),
  thresholds: z.array(z.int().min(1).max(100)).max(10),
  termMonths: z.int().min(1).max(120).nullable(),
  renewal: z.enum(['none', 'automatic']),
  noticeDays: z.int().min(0).max(730),
  creditsUnused: z.boolean(),
  ownerId: Id.nullable(),
  poNumber: OptionalLine,
}

/** Everything that an agreement may say beside its settlement, with what it says when nothing is given. */
export const AgreementDraft = z.strictObject({
  ...agreementFields,
  settlement: Settlement.default('time_spent'),
  terms: LongText.default(''),
  validTo: Day.nullable().default(null),
  isBillable: z.boolean().default(true),
  ratePerHour: HourlyRate.nullable().default(null),
  rateCardId: Id.nullable().default(null),
  incrementMinutes: agreementFields.incrementMinutes.default(1),
  minimumMinutes: agreementFields.minimumMinutes.default(0),
  roundingScope: RoundingScope.default('entry'),
  afterHours: agreementFields.afterHours.prefault({ policy: 'none' }),
  scope: scopeRules.default([]),
  overagePolicy: OveragePolicy.default('bill'),
  overageRate: HourlyRate.nullable().default(null),
  thresholds: agreementFields.thresholds.default([80, 95]),
  termMonths: agreementFields.termMonths.default(null),
  renewal: agreementFields.renewal.default('none'),
  noticeDays: agreementFields.noticeDays.default(0),
  creditsUnused: z.boolean().default(false),
  ownerId: Id.nullable().default(null),
  poNumber: OptionalLine.default(''),
})

export const listAgreements = defineRoute({
  method: 'GET',
  path: '/api/v1/agreements',
  tag: 'Agreements',
  summary: 'List agreements',
  description: 'Newest first; search looks in heading, number and customer.',
  access: { audience: 'staff', permission: 'agreement:read' },
  query: z.strictObject({
    ...pageQuery,
    ...searchQuery,
    customerId: Id.optional(),
    state: AgreementState.optional(),
    settlement: Settlement.optional(),
  }),
  responses: { 200: pageOf(AgreementSummary) },
  refusals: ['invalid_cursor'],
})
export const getAgreement = defineRoute({
  method: 'GET',
  path: '/api/v1/agreements/:agreementId',
  tag: 'Agreements',
  summary: 'Read an agreement',
  description: 'With its terms, scope and warnings.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('agreementId'),
  responses: { 200: Agreement },
  refusals: ['not_found'],
  etag: true,
})
export const createAgreement = defineRoute({
  method: 'POST',
  path: '/api/v1/agreements',
  tag: 'Agreements',
  summary: 'Create an agreement',
  description:
    'Of one of the three settlements; active unless it is a draft, which covers nothing and can be simulated. Two on time spent for all work may not hold at once; give them scopes.',
  access: { audience: 'staff', permission: 'agreement:write' },
  body: AgreementDraft.extend({ customerId: Id, state: z.enum(['draft', 'active']).default('active') }),
  responses: { 201: Agreement },
  refusals: ['agreement_exists', 'reference_refused', 'invalid_money'],
})
export const updateAgreement = defineRoute({
  method: 'PATCH',
  path: '/api/v1/agreements/:agreementId',
  tag: 'Agreements',
  summary: 'Change, activate, suspend or end an agreement',
  description:
    'Time that is not invoiced yet is covered and rated anew, in order of its work date: drawn units go back and are drawn again (R11). Ending it sets its last day, today at the latest; a suspended one keeps the time it covers and takes none.',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('agreementId'),
  body: z.strictObject({ ...agreementFields, state: z.enum(['active', 'suspended', 'ended']) }).partial(),
  responses: { 200: Agreement },
  refusals: ['not_found', 'agreement_exists', 'reference_refused', 'invalid_money', 'agreement_state_refused'],
  ifMatch: 'required',
  etag: true,
})
