import { z } from 'zod'
import {
  CountryCode,
  CurrencyCode,
  HourlyRate,
  Id,
  Instant,
  Language,
  LongText,
  Money,
  Name,
  OptionalLine,
  Reference,
  activeQuery,
  idParams,
  pageOf,
  pageQuery,
  searchQuery,
} from './primitives.ts'
import { customerInvoicing, customerInvoicingFields } from './customer-invoicing.ts'
import { defineRoute } from './route.ts'

export const CustomerSummary = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [1007] }),
    name: z.string().meta({ examples: ['Nordlys Energi'] }),
    isActive: z.boolean().meta({ examples: [true] }),
    activeCases: z.int().meta({ examples: [3] }),
    accountManager: Reference.nullable(),
  })
  .meta({ id: 'CustomerSummary' })

export type CustomerSummary = z.infer<typeof CustomerSummary>

export const CoverOrder = z
  .array(z.enum(['subscription', 'voucher']))
  .length(2)
  .refine((order) => new Set(order).size === order.length, 'Names each once.')
  .meta({
    description: 'In which order prepaid agreements are asked; work that none covers is charged last (R14).',
    examples: [['subscription', 'voucher']],
  })

export const ShowsTime = z.enum(['none', 'approved', 'live']).meta({
  id: 'ShowsTime',
  description: 'Whether its people see the time on their cases: never, once it is approved, or at once.',
  examples: ['approved'],
})

export const Customer = CustomerSummary.extend({
  address: z.string().meta({ examples: ['Havnegade 12'] }),
  postalCode: z.string().meta({ examples: ['8000'] }),
  city: z.string().meta({ examples: ['Aarhus C'] }),
  countryCode: CountryCode,
  vatId: z
    .string()
    .nullable()
    .meta({ examples: ['DK12345674'] }),
  phone: z.string().meta({ examples: ['+45 12 34 56 78'] }),
  website: z.string().meta({ examples: ['https://nordlys.example'] }),
  currency: CurrencyCode,
  language: Language,
  ratePerHour: Money.nullable().meta({ description: 'The customer’s own price for an hour, if it has one (R6).' }),
  coverOrder: CoverOrder,
  requiresPo: z.boolean().meta({
    description: 'Whether an agreement’s order number is needed before anything is invoiced.',
    examples: [false],
  }),
  showsTime: ShowsTime,
  showsBalances: z
    .boolean()
    .meta({ description: 'Whether managers and bookkeepers see balances in the extranet.', examples: [true] }),
  showsMoney: z
    .boolean()
    .meta({ description: 'Whether time, balances and fees show their amounts in the extranet.', examples: [false] }),
  ...customerInvoicing,
  remarks: z.string().meta({ examples: ['Calls before nine are welcome.'] }),
  version: z.int().meta({ examples: [1] }),
  createdAt: Instant,
}).meta({ id: 'Customer' })

export type Customer = z.infer<typeof Customer>

const customerFields = {
  name: Name,
  address: LongText,
  countryCode: CountryCode,
  vatId: OptionalLine.nullable(),
  phone: OptionalLine,
  website: OptionalLine,
  currency: CurrencyCode,
  language: Language,
  ratePerHour: HourlyRate.nullable(),
  accountManagerId: Id.nullable(),
  coverOrder: CoverOrder,
  requiresPo: z.boolean(),
  showsTime: ShowsTime,
  showsBalances: z.boolean(),
  showsMoney: z.boolean(),
  ...customerInvoicingFields,
  remarks: LongText,
}

export const listCustomers = defineRoute({
  method: 'GET',
  path: '/api/v1/customers',
  tag: 'Customers',
  summary: 'List customers',
  description: 'Sorted by name; search looks in name and number.',
  access: { audience: 'staff', permission: 'customer:read' },
  query: z.strictObject({ ...pageQuery, ...searchQuery, ...activeQuery }),
  responses: { 200: pageOf(CustomerSummary) },
  refusals: ['invalid_cursor'],
})

export const getCustomer = defineRoute({
  method: 'GET',
  path: '/api/v1/customers/:customerId',
  tag: 'Customers',
  summary: 'Read a customer',
  description: 'One customer.',
  access: { audience: 'staff', permission: 'customer:read' },
  params: idParams('customerId'),
  responses: { 200: Customer },
  refusals: ['not_found'],
  etag: true,
})

export const createCustomer = defineRoute({
  method: 'POST',
  path: '/api/v1/customers',
  tag: 'Customers',
  summary: 'Create a customer',
  description: 'Only the name is needed.',
  access: { audience: 'staff', permission: 'customer:write' },
  body: z.strictObject(customerFields).partial().required({ name: true }),
  responses: { 201: Customer },
  refusals: ['reference_refused', 'invalid_money'],
})

export const updateCustomer = defineRoute({
  method: 'PATCH',
  path: '/api/v1/customers/:customerId',
  tag: 'Customers',
  summary: 'Change or deactivate a customer',
  description: 'Contacts of an inactive customer cannot sign in; its history stays.',
  access: { audience: 'staff', permission: 'customer:write' },
  params: idParams('customerId'),
  body: z.strictObject({ ...customerFields, isActive: z.boolean() }).partial(),
  responses: { 200: Customer },
  refusals: ['not_found', 'reference_refused', 'invalid_money'],
  ifMatch: 'optional',
  etag: true,
})

export const CustomerCard = z
  .object({
    customer: Customer,
    activeCases: z
      .array(
        z.object({
          id: Id,
          number: z.int(),
          subject: z.string().meta({ examples: ['Cannot print invoices'] }),
          status: z
            .object({ name: z.string(), category: z.string() })
            .meta({ examples: [{ name: 'Open', category: 'open' }] }),
          priority: z.string().meta({ examples: ['Normal'] }),
          responsible: Reference.nullable(),
          lastActivityAt: Instant,
        }),
      )
      .meta({ description: 'The latest twenty.' }),
    projects: z.array(
      z.object({
        id: Id,
        number: z.int(),
        name: z.string().meta({ examples: ['New web shop'] }),
        isActive: z.boolean(),
        activeCases: z.int(),
      }),
    ),
    agreements: z.array(
      z.object({
        id: Id,
        number: z.int(),
        heading: z.string().meta({ examples: ['Support by the hour'] }),
        settlement: z.string().meta({ examples: ['time_spent'] }),
        state: z.string().meta({ examples: ['active'] }),
      }),
    ),
    contacts: z.int().meta({ examples: [4] }),
    caseCounts: z.object({ active: z.int(), solvedLast30Days: z.int(), total: z.int() }),
    minutesLast90Days: z.int().meta({ description: 'Registered minutes.', examples: [1240] }),
    potential: Money.nullable().meta({ description: 'What can be invoiced; null for those who may not see it.' }),
  })
  .meta({ id: 'CustomerCard' })

export type CustomerCard = z.infer<typeof CustomerCard>

export const getCustomerCard = defineRoute({
  method: 'GET',
  path: '/api/v1/customers/:customerId/card',
  tag: 'Customers',
  summary: 'Read the customer card',
  description: 'Active cases, projects, agreements, work and potential of one customer in one answer.',
  access: { audience: 'staff', permission: 'customer:read' },
  params: idParams('customerId'),
  responses: { 200: CustomerCard },
  refusals: ['not_found'],
})
