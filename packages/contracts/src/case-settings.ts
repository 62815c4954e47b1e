import { z } from 'zod'
import { Id, Name, Reference, idParams, position } from './primitives.ts'
import { defineRoute } from './route.ts'

export const StatusCategory = z
  .enum(['new', 'open', 'waiting_customer', 'waiting_third_party', 'solved', 'closed', 'cancelled'])
  .meta({ id: 'StatusCategory', examples: ['open'] })

export type StatusCategory = z.infer<typeof StatusCategory>

export const CaseType = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Error in the product'] }),
    parent: Reference.nullable(),
    department: Reference.nullable().meta({
      description: 'Where new cases of this type go; null asks the type above.',
    }),
    responsible: Reference.nullable(),
    position: z.int().meta({ examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'CaseType' })

export type CaseType = z.infer<typeof CaseType>

const caseTypeFields = {
  name: Name,
  parentId: Id.nullable(),
  departmentId: Id.nullable(),
  responsibleId: Id.nullable(),
  position,
}

export const listCaseTypes = defineRoute({
  method: 'GET',
  path: '/api/v1/case-types',
  tag: 'Settings',
  summary: 'List case types',
  description: 'The whole tree as a flat list in the order of the tree, at most 500.',
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: z.object({ data: z.array(CaseType) }) },
  refusals: [],
})

export const createCaseType = defineRoute({
  method: 'POST',
  path: '/api/v1/case-types',
  tag: 'Settings',
  summary: 'Create a case type',
  description: 'With its default dispatch: a department, and a person if wanted.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject(caseTypeFields).partial().required({ name: true }),
  responses: { 201: CaseType },
  refusals: ['conflict', 'reference_refused'],
})

export const updateCaseType = defineRoute({
  method: 'PATCH',
  path: '/api/v1/case-types/:caseTypeId',
  tag: 'Settings',
  summary: 'Change or deactivate a case type',
  description: 'An inactive type keeps its cases and takes no new ones.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('caseTypeId'),
  body: z.strictObject({ ...caseTypeFields, isActive: z.boolean() }).partial(),
  responses: { 200: CaseType },
  refusals: ['not_found', 'conflict', 'tree_cycle', 'reference_refused'],
  ifMatch: 'required',
  etag: true,
})

export const Priority = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['High'] }),
    level: z.int().meta({ description: '1 is the most urgent.', examples: [2] }),
    isDefault: z.boolean().meta({ examples: [false] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Priority' })

export type Priority = z.infer<typeof Priority>

const priorityFields = { name: Name, level: z.int().min(1).max(99), isDefault: z.literal(true) }

export const listPriorities = defineRoute({
  method: 'GET',
  path: '/api/v1/priorities',
  tag: 'Settings',
  summary: 'List priorities',
  description: 'Most urgent first.',
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: z.object({ data: z.array(Priority) }) },
  refusals: [],
})

export const createPriority = defineRoute({
  method: 'POST',
  path: '/api/v1/priorities',
  tag: 'Settings',
  summary: 'Create a priority',
  description: 'Level and name are unique.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({ name: priorityFields.name, level: priorityFields.level }),
  responses: { 201: Priority },
  refusals: ['conflict'],
})

export const updatePriority = defineRoute({
  method: 'PATCH',
  path: '/api/v1/priorities/:priorityId',
  tag: 'Settings',
  summary: 'Change or deactivate a priority',
  description: 'Making one the default takes that mark from the others; the default cannot be deactivated.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('priorityId'),
  body: z.strictObject({ ...priorityFields, isActive: z.boolean() }).partial(),
  responses: { 200: Priority },
  refusals: ['not_found', 'conflict', 'still_in_use'],
  ifMatch: 'required',
  etag: true,
})

export const CaseStatus = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Open'] }),
    category: StatusCategory,
    position: z.int().meta({ examples: [2] }),
  })
  .meta({ id: 'CaseStatus' })

export type CaseStatus = z.infer<typeof CaseStatus>

export const listCaseStatuses = defineRoute({
  method: 'GET',
  path: '/api/v1/case-statuses',
  tag: 'Settings',
  summary: 'List case statuses',
  description: 'Each with the category that rules and reports bind to.',
  access: { audience: 'staff', permission: 'settings:read' },
  responses: { 200: z.object({ data: z.array(CaseStatus) }) },
  refusals: [],
})
