import { z } from 'zod'
import { Settlement } from './agreements.ts'
import {
  CaseReference,
  Day,
  Id,
  Instant,
  Money,
  Reason,
  QueryBoolean,
  Reference,
  idParams,
  pageOf,
  pageQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { TimeEntry } from './time.ts'

export const HeldReason = z
  .enum(['missing_rate', 'overage_approval', 'overage_blocked', 'disputed', 'held', 'time_approval', 'po_missing'])
  .meta({ id: 'HeldReason', examples: ['missing_rate'] })
export type HeldReason = z.infer<typeof HeldReason>

export const PotentialRow = z
  .object({
    customer: Reference,
    agreement: Reference.nullable().meta({ description: 'Where rows are asked for by agreement.' }),
    settlement: Settlement.nullable(),
    items: z.int().meta({ examples: [6] }),
    entries: z.int().meta({ description: 'Time entries among them.', examples: [4] }),
    minutes: z.int().meta({ description: 'Minutes worked.', examples: [110] }),
    billableMinutes: z
      .int()
      .meta({ description: 'Minutes that are charged; what was prepaid is not.', examples: [120] }),
    ready: Money,
    held: Money.meta({ description: 'What has a price and waits for something.' }),
    heldItems: z.array(z.object({ reason: HeldReason, items: z.int(), amount: Money })),
    future: Money.meta({ description: 'What falls due later.' }),
    oldestDay: Day.nullable(),
    ages: z
      .object({ days30: Money, days60: Money, days90: Money, older: Money })
      .meta({ description: 'What is ready, by age in days: up to 30, 60, 90, and older.' }),
  })
  .meta({ id: 'PotentialRow' })
export type PotentialRow = z.infer<typeof PotentialRow>

export const PotentialSource = z
  .enum(['time', 'voucher_sale', 'voucher_credit', 'subscription_period'])
  .meta({ id: 'PotentialSource', examples: ['time'] })

export const PotentialKey = z
  .strictObject({ source: PotentialSource, sourceId: Id })
  .meta({ id: 'PotentialKey', description: 'A potential item.' })

/** A decision on an item by hand: to wait, or never to charge it. */
export const PotentialMark = z
  .object({
    id: Id,
    kind: z.enum(['hold', 'write_off']),
    source: PotentialSource,
    customer: Reference,
    text: z.string().meta({ examples: ['Reset of the mail profile'] }),
    day: Day,
    amount: Money.nullable(),
    reason: z.string().meta({ examples: ['Our own mistake.'] }),
    createdByName: z.string(),
    createdAt: Instant,
    releasedByName: z.string().nullable(),
    releasedAt: Instant.nullable(),
  })
  .meta({ id: 'PotentialMark' })
export type PotentialMark = z.infer<typeof PotentialMark>

export const PotentialItem = z
  .object({
    source: PotentialSource,
    sourceId: Id,
    day: Day.meta({ description: 'Work date, day of sale, or day it falls due.' }),
    text: z.string().meta({ examples: ['Service desk, 5 hours, 2026-02-01 – 2026-02-28'] }),
    agreement: Reference.nullable(),
    settlement: Settlement.nullable(),
    kind: z.string().meta({ examples: ['overage'] }),
    minutes: z.int().nullable(),
    amount: Money.nullable(),
    state: z.enum(['ready', 'held', 'future']),
    heldBecause: HeldReason.nullable(),
    hold: z
      .object({ id: Id, reason: z.string(), createdByName: z.string(), createdAt: Instant })
      .nullable()
      .meta({ description: 'Who holds it by hand and why.' }),
    case: CaseReference.nullable(),
    project: Reference.nullable(),
    entry: TimeEntry.nullable().meta({ description: 'The time behind it, with its explanation.' }),
  })
  .meta({ id: 'PotentialItem' })
export type PotentialItem = z.infer<typeof PotentialItem>

const totals = z.object({ ready: z.array(Money), held: z.array(Money), future: z.array(Money) })

export const listPotential = defineRoute({
  method: 'GET',
  path: '/api/v1/potential',
  tag: 'Potential',
  summary: 'List the invoicing potential by customer',
  description:
    'From all sources: ready, held with its reasons, and future (R41); a row for each customer and currency, by name.',
  access: { audience: 'staff', permission: 'potential:read' },
  query: z.strictObject({
    ...pageQuery,
    to: Day.optional().meta({ description: 'What is of this day or before.' }),
    settlement: Settlement.optional().meta({ description: 'Under agreements of this settlement.' }),
    by: z
      .enum(['customer', 'agreement'])
      .default('customer')
      .meta({ description: 'A row for each customer, or for each of its agreements.' }),
    customerId: Id.optional(),
  }),
  responses: {
    200: pageOf(PotentialRow).extend({ totals: totals.meta({ description: 'The whole potential, by currency.' }) }),
  },
  refusals: ['invalid_cursor'],
})
export const listPotentialItems = defineRoute({
  method: 'GET',
  path: '/api/v1/potential/:customerId/items',
  tag: 'Potential',
  summary: 'Open a customer’s potential',
  description:
    'What each amount comes from, oldest first: time with its explanation, voucher sales and credits, periods.',
  access: { audience: 'staff', permission: 'potential:read' },
  params: idParams('customerId'),
  query: z.strictObject({
    ...pageQuery,
    to: Day.optional(),
    state: z.enum(['ready', 'held', 'future']).optional(),
    source: PotentialSource.optional(),
    agreementId: Id.optional(),
  }),
  responses: { 200: pageOf(PotentialItem) },
  refusals: ['not_found', 'invalid_cursor'],
})

const marks = { audience: 'staff', permission: 'invoice:write' } as const

export const markPotential = defineRoute({
  method: 'POST',
  path: '/api/v1/potential-marks',
  tag: 'Potential',
  summary: 'Hold items, or write them off',
  description:
    'With a reason. Held items wait until they are released; written off ones are never charged and stay as a number. Of time the whole entry is meant.',
  access: marks,
  body: z.strictObject({
    kind: z.enum(['hold', 'write_off']),
    items: z.array(PotentialKey).min(1).max(500),
    reason: Reason,
  }),
  responses: { 201: z.object({ data: z.array(PotentialMark) }) },
  refusals: ['item_taken'],
})
export const releasePotential = defineRoute({
  method: 'DELETE',
  path: '/api/v1/potential-marks/:markId',
  tag: 'Potential',
  summary: 'Release an item',
  description: 'What was held can be invoiced again; what was written off is potential again.',
  access: marks,
  params: idParams('markId'),
  responses: { 200: PotentialMark },
  refusals: ['not_found'],
})
export const listPotentialMarks = defineRoute({
  method: 'GET',
  path: '/api/v1/potential-marks',
  tag: 'Potential',
  summary: 'List what is held or written off by hand',
  description: 'Latest first.',
  access: { audience: 'staff', permission: 'potential:read' },
  query: z.strictObject({
    ...pageQuery,
    kind: z.enum(['hold', 'write_off']).optional(),
    customerId: Id.optional(),
    isReleased: QueryBoolean.default(false),
  }),
  responses: { 200: pageOf(PotentialMark) },
  refusals: ['invalid_cursor'],
})
