import { z } from 'zod'
import { Settlement } from './agreements.ts'
import { InvoiceKind } from './invoice.ts'
import { INVOICE_RUN_CUSTOMERS_MAX } from './limits.ts'
import { HeldReason } from './potential.ts'
import { Day, Id, Instant, Money, Reference, idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const RunState = z
  .enum(['planned', 'running', 'done', 'cancelled', 'failed'])
  .meta({ id: 'RunState', examples: ['planned'] })

/** What became of a customer in a run. `changed`: its potential was another one than previewed, so nothing was drafted. */
export const RunCustomerState = z
  .enum(['waiting', 'done', 'nothing', 'changed', 'failed', 'cancelled'])
  .meta({ id: 'RunCustomerState', examples: ['done'] })

export const InvoiceRun = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [12] }),
    state: RunState,
    through: Day,
    scope: z.object({
      customers: z.array(Reference).nullable().meta({ description: 'Null: all.' }),
      settlements: z.array(Settlement).nullable(),
    }),
    customers: z.int().meta({ description: 'With something to invoice or something that waits.' }),
    done: z.int().meta({ description: 'Customers that are dealt with.' }),
    documents: z.int().meta({ description: 'Planned; drafted once it is done.' }),
    items: z.int(),
    skipped: z.int().meta({ description: 'Customers without a draft, for the reasons that are told.' }),
    net: z.array(Money).meta({ description: 'By currency.' }),
    held: z.array(z.object({ reason: HeldReason, items: z.int(), amounts: z.array(Money) })),
    startedByName: z.string(),
    createdAt: Instant,
    committedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    failure: z.string().nullable(),
    version: z.int(),
    can: z.object({ commit: z.boolean(), cancel: z.boolean() }),
  })
  .meta({ id: 'InvoiceRun' })
export type InvoiceRun = z.infer<typeof InvoiceRun>

export const RunCustomer = z
  .object({
    customer: Reference,
    state: RunCustomerState,
    items: z.int(),
    documents: z.array(
      z.object({
        kind: InvoiceKind,
        net: Money,
        lines: z.int(),
        items: z.int(),
        orderReference: z.string(),
        texts: z.array(z.string()).meta({ description: 'Of the first lines.' }),
        id: Id.nullable().meta({ description: 'The draft, once there is one.' }),
        number: z.string().nullable(),
      }),
    ),
    held: z.array(z.object({ reason: HeldReason, items: z.int(), amounts: z.array(Money) })),
    failure: z.string(),
  })
  .meta({ id: 'RunCustomer' })
export type RunCustomer = z.infer<typeof RunCustomer>

const writes = { audience: 'staff', permission: 'invoice:write' } as const
const one = { params: idParams('runId'), tag: 'Invoice runs' } as const

export const listInvoiceRuns = defineRoute({
  method: 'GET',
  path: '/api/v1/invoice-runs',
  tag: 'Invoice runs',
  summary: 'List invoice runs',
  description: 'Latest first.',
  access: { audience: 'staff', permission: 'invoice:read' },
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(InvoiceRun) },
  refusals: ['invalid_cursor'],
})
export const planInvoiceRun = defineRoute({
  method: 'POST',
  path: '/api/v1/invoice-runs',
  tag: 'Invoice runs',
  summary: 'Preview an invoice run',
  description:
    'Stores the plan: which drafts for whom, and what waits and why. Nothing is claimed until it is committed.',
  access: writes,
  body: z.strictObject({
    through: Day,
    customerIds: z.array(Id).min(1).max(INVOICE_RUN_CUSTOMERS_MAX).optional(),
    settlements: z.array(Settlement).min(1).optional(),
  }),
  responses: { 201: InvoiceRun },
  refusals: ['nothing_to_invoice', 'reference_refused'],
})
export const getInvoiceRun = defineRoute({
  ...one,
  method: 'GET',
  path: '/api/v1/invoice-runs/:runId',
  summary: 'Read an invoice run',
  description: 'Its plan and how far it is.',
  access: { audience: 'staff', permission: 'invoice:read' },
  responses: { 200: InvoiceRun },
  refusals: ['not_found'],
  etag: true,
})
export const listRunCustomers = defineRoute({
  ...one,
  method: 'GET',
  path: '/api/v1/invoice-runs/:runId/customers',
  summary: 'List the customers of an invoice run',
  description: 'By name: planned documents, drafts, and what was left out and why.',
  access: { audience: 'staff', permission: 'invoice:read' },
  query: z.strictObject({
    ...pageQuery,
    state: RunCustomerState.optional(),
    only: z
      .enum(['documents', 'held'])
      .optional()
      .meta({ description: 'With documents, or with something that waits.' }),
  }),
  responses: { 200: pageOf(RunCustomer) },
  refusals: ['not_found', 'invalid_cursor'],
})
export const commitInvoiceRun = defineRoute({
  ...one,
  method: 'POST',
  path: '/api/v1/invoice-runs/:runId/commit',
  summary: 'Carry an invoice run out',
  description:
    'As a job, customer by customer. Each gets exactly what was previewed, or nothing and the reason. It goes on after a crash, and committing twice does nothing more.',
  access: writes,
  responses: { 202: InvoiceRun },
  refusals: ['not_found', 'run_state_refused'],
})
export const cancelInvoiceRun = defineRoute({
  ...one,
  method: 'POST',
  path: '/api/v1/invoice-runs/:runId/cancellation',
  summary: 'Cancel an invoice run',
  description: 'Customers that are not dealt with yet are left alone; drafts stay.',
  access: writes,
  responses: { 200: InvoiceRun },
  refusals: ['not_found', 'run_state_refused'],
})
