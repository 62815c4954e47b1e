import { z } from 'zod'
import {
  CurrencyCode,
  Day,
  HourlyRate,
  Id,
  LongText,
  Money,
  Name,
  OptionalLine,
  Reference,
  idParams,
  pageOf,
  pageQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { TimeEntry } from './time.ts'

export const Settlement = z
  .enum(['time_spent', 'voucher', 'subscription'])
  .meta({ id: 'Settlement', examples: ['time_spent'] })

export const Agreement = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [31] }),
    customer: Reference,
    heading: z.string().meta({ examples: ['Support by the hour'] }),
    terms: z.string().meta({ examples: ['Weekdays 8–16.'] }),
    settlement: Settlement,
    state: z.enum(['draft', 'active', 'suspended', 'ended']).meta({ examples: ['active'] }),
    validFrom: Day,
    validTo: Day.nullable(),
    currency: CurrencyCode,
    ratePerHour: Money.nullable(),
    incrementMinutes: z
      .int()
      .meta({ description: 'Billable minutes are rounded up to a multiple of this (R2).', examples: [15] }),
    minimumMinutes: z.int().meta({ description: 'Fewest billable minutes of an entry (R2).', examples: [15] }),
    owner: Reference.nullable(),
    poNumber: z.string().meta({ examples: ['PO-4711'] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof Agreement>

const agreementFields = {
  heading: Name,
  terms: LongText,
  validFrom: Day,
  validTo: Day.nullable(),
  ratePerHour: HourlyRate.nullable(),
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
  ownerId: Id.nullable(),
  poNumber: OptionalLine,
}

export const listAgreements = defineRoute({
  method: 'GET',
  path: '/api/v1/agreements',
  tag: 'Agreements',
  summary: 'List agreements',
  description: 'Newest first.',
  access: { audience: 'staff', permission: 'agreement:read' },
  query: z.strictObject({ ...pageQuery, customerId: Id.optional(), state: Agreement.shape.state.optional() }),
  responses: { 200: pageOf(Agreement) },
  refusals: ['invalid_cursor'],
})
export const getAgreement = defineRoute({
  method: 'GET',
  path: '/api/v1/agreements/:agreementId',
  tag: 'Agreements',
  summary: 'Read an agreement',
  description: 'One agreement.',
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
  summary: 'Create an agreement on time spent',
  description: 'One active agreement of this settlement for each customer.',
  access: { audience: 'staff', permission: 'agreement:write' },
  body: z.strictObject({
    ...agreementFields,
    customerId: Id,
    terms: LongText.default(''),
    validTo: Day.nullable().default(null),
    ratePerHour: HourlyRate,
    incrementMinutes: agreementFields.incrementMinutes.default(1),
    minimumMinutes: agreementFields.minimumMinutes.default(0),
    ownerId: Id.nullable().default(null),
    poNumber: OptionalLine.default(''),
  }),
  responses: { 201: Agreement },
  refusals: ['agreement_exists', 'reference_refused', 'invalid_money'],
})
export const updateAgreement = defineRoute({
  method: 'PATCH',
  path: '/api/v1/agreements/:agreementId',
  tag: 'Agreements',
  summary: 'Change or end an agreement',
  description:
    'Time that is not invoiced yet is rated anew, in order of its work date (R11). Ending it sets its last day, today at the latest; a suspended one keeps the time it rated and takes none.',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('agreementId'),
  body: z.strictObject({ ...agreementFields, state: z.enum(['active', 'suspended', 'ended']) }).partial(),
  responses: { 200: Agreement },
  refusals: ['not_found', 'agreement_exists', 'reference_refused', 'invalid_money'],
  ifMatch: 'required',
  etag: true,
})

export const PotentialRow = z
  .object({
    customer: Reference,
    entries: z.int().meta({ description: 'Billable entries, those without a rate included.', examples: [4] }),
    minutes: z.int().meta({ description: 'Minutes worked.', examples: [110] }),
    billableMinutes: z.int().meta({ examples: [120] }),
    ready: Money,
    heldEntries: z
      .int()
      .meta({ description: 'Entries without a rate: an error to mend, never a zero.', examples: [0] }),
    oldestWorkDate: Day.nullable(),
  })
  .meta({ id: 'PotentialRow' })
export type PotentialRow = z.infer<typeof PotentialRow>

export const listPotential = defineRoute({
  method: 'GET',
  path: '/api/v1/potential',
  tag: 'Potential',
  summary: 'List the invoicing potential by customer',
  description: 'What can be invoiced now (R41), sorted by customer; one row for each currency.',
  access: { audience: 'staff', permission: 'potential:read' },
  query: z.strictObject({ ...pageQuery, to: Day.optional().meta({ description: 'Work up to this day.' }) }),
  responses: {
    200: pageOf(PotentialRow).extend({
      totals: z.array(Money).meta({ description: 'The whole potential, by currency.' }),
    }),
  },
  refusals: ['invalid_cursor'],
})
export const listPotentialEntries = defineRoute({
  method: 'GET',
  path: '/api/v1/potential/:customerId/entries',
  tag: 'Potential',
  summary: 'Open a customer’s potential',
  description: 'The time each amount comes from, oldest first, with its explanation.',
  access: { audience: 'staff', permission: 'potential:read' },
  params: idParams('customerId'),
  query: z.strictObject({ ...pageQuery, to: Day.optional() }),
  responses: { 200: pageOf(TimeEntry) },
  refusals: ['not_found', 'invalid_cursor'],
})
