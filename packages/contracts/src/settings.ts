import { z } from 'zod'
import {
  CountryCode,
  CurrencyCode,
  Factor,
  HourlyRate,
  Id,
  Language,
  LongText,
  Money,
  Name,
  OptionalLine,
  Reference,
  idParams,
  position,
  TimeZone,
} from './primitives.ts'
import { defineRoute } from './route.ts'

export const Company = z
  .object({
    name: z.string().meta({ examples: ['Fjordbyte'] }),
    address: z.string().meta({ examples: ['Åboulevarden 3'] }),
    postalCode: z.string().meta({ examples: ['8000'] }),
    city: z.string().meta({ examples: ['Aarhus C'] }),
    countryCode: CountryCode,
    cvr: z
      .string()
      .nullable()
      .meta({ examples: ['12345674'] }),
    vatId: z
      .string()
      .nullable()
      .meta({ examples: ['DK12345674'] }),
    currency: CurrencyCode,
    timeZone: z.string().meta({ examples: ['Europe/Copenhagen'] }),
    language: Language,
    ratePerHour: Money.nullable().meta({ description: 'The last resort of rate resolution (R6).' }),
    mailIncludesText: z
      .boolean()
      .meta({ description: 'Whether mail repeats what was written (R84); off by default.', examples: [false] }),
    defaultDepartment: Reference.meta({ description: 'Where cases go that no rule sends elsewhere.' }),
    approvesTime: z
      .boolean()
      .meta({ description: 'Whether time has to be approved before it can be invoiced (R13).', examples: [false] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Company' })

export type Company = z.infer<typeof Company>

const companyFields = {
  name: Name,
  address: LongText,
  postalCode: OptionalLine,
  city: OptionalLine,
  countryCode: CountryCode,
  cvr: z
    .string()
    .regex(/^\d{8}$/u)
    .nullable()
    .meta({ examples: ['12345678'] }),
  vatId: OptionalLine.nullable(),
  timeZone: TimeZone,
  language: Language,
  ratePerHour: HourlyRate.nullable(),
  mailIncludesText: z.boolean(),
  defaultDepartmentId: Id,
  approvesTime: z.boolean(),
}

export const getCompany = defineRoute({
  method: 'GET',
  path: '/api/v1/company',
  tag: 'Settings',
  summary: 'Read the company',
  description: 'The company that gives the support, and its defaults.',
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: Company },
  refusals: [],
  etag: true,
})

export const updateCompany = defineRoute({
  method: 'PATCH',
  path: '/api/v1/company',
  tag: 'Settings',
  summary: 'Change the company',
  description: 'A new default rate counts for time that is registered from now on, and for time that has none.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject(companyFields).partial(),
  responses: { 200: Company },
  refusals: ['invalid_money', 'reference_refused'],
  ifMatch: 'required',
  etag: true,
})

export const VatCategory = z
  .enum(['standard', 'zero_rated', 'exempt', 'outside_scope'])
  .meta({ id: 'VatCategory', examples: ['standard'] })
export type VatCategory = z.infer<typeof VatCategory>

export const ActivityType = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Remote support'] }),
    isBillable: z
      .boolean()
      .meta({ description: 'Whether time of this kind is billable unless said otherwise.', examples: [true] }),
    factor: Factor.meta({ description: 'Multiplies the rate that was found (R7).', examples: ['1.5'] }),
    fixedRate: Money.nullable().meta({ description: 'Replaces the rate that was found, per hour (R7).' }),
    minimumMinutes: z
      .int()
      .meta({ description: 'Fewest billable minutes, where more than the agreement’s.', examples: [0] }),
    vatCategory: VatCategory,
    position: z.int().meta({ examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'ActivityType' })

export type ActivityType = z.infer<typeof ActivityType>

const activityTypeFields = {
  name: Name,
  isBillable: z.boolean(),
  factor: Factor,
  fixedRate: HourlyRate.nullable(),
  minimumMinutes: z.int().min(0).max(480),
  vatCategory: VatCategory,
  position,
}

export const listActivityTypes = defineRoute({
  method: 'GET',
  path: '/api/v1/activity-types',
  tag: 'Settings',
  summary: 'List activity types',
  description: 'Kinds of work, in their order.',
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: z.object({ data: z.array(ActivityType) }) },
  refusals: [],
})

export const createActivityType = defineRoute({
  method: 'POST',
  path: '/api/v1/activity-types',
  tag: 'Settings',
  summary: 'Create an activity type',
  description: 'Billable unless said otherwise.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject(activityTypeFields).partial().required({ name: true }),
  responses: { 201: ActivityType },
  refusals: ['conflict', 'invalid_money'],
})

export const updateActivityType = defineRoute({
  method: 'PATCH',
  path: '/api/v1/activity-types/:activityTypeId',
  tag: 'Settings',
  summary: 'Change or deactivate an activity type',
  description: 'Counts for time that is rated from now on.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('activityTypeId'),
  body: z.strictObject({ ...activityTypeFields, isActive: z.boolean() }).partial(),
  responses: { 200: ActivityType },
  refusals: ['not_found', 'conflict', 'invalid_money'],
  ifMatch: 'required',
  etag: true,
})
