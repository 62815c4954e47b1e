import { z } from 'zod'
import { StatusCategory, StatusColor } from './case-status.ts'
import { STATUSES_MAX } from './limits.ts'
import { Id, Name, Reference, activeQuery, idParams, position } from './primitives.ts'
import { defineRoute } from './route.ts'

export const CaseType = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Error in the product'] }),
    parent: Reference.nullable(),
    department: Reference.nullable().meta({
      description: 'Where new cases of this type go; null asks the type above.',
    }),
    responsible: Reference.nullable(),
    workflow: Reference.nullable().meta({
      description: 'How cases of this type move; null asks the type above, at the top the default workflow.',
    }),
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
  workflowId: Id.nullable(),
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
  description:
    'An inactive type keeps its cases and takes no new ones. Where another workflow or another type above it brings its cases into a workflow that lacks their status, they go to its nearest status of the same category, and their logs say so.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('caseTypeId'),
  body: z.strictObject({ ...caseTypeFields, isActive: z.boolean() }).partial(),
  responses: { 200: CaseType },
  refusals: ['not_found', 'conflict', 'tree_cycle', 'reference_refused', 'workflow_refused'],
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

/** What customers read in place of the status' name, in both of their languages. */
const CustomerWording = z.strictObject({
  en: Name.meta({ examples: ['We are testing the correction'] }),
  da: Name.meta({ examples: ['Vi afprøver rettelsen'] }),
})

export const CaseStatus = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Open'] }),
    category: StatusCategory.meta({ description: 'What rules, money and reports bind to; fixed for ever.' }),
    color: StatusColor,
    pausesClock: z
      .boolean()
      .meta({ description: 'Whether the clocks of a case stand still in it (R76).', examples: [false] }),
    customerWording: CustomerWording.nullable().meta({
      description: 'What customers read in its place; null: the standard words of its category.',
    }),
    position: z.int().meta({ examples: [2] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'CaseStatus' })

export type CaseStatus = z.infer<typeof CaseStatus>

const caseStatusFields = {
  name: Name,
  color: StatusColor,
  pausesClock: z.boolean(),
  customerWording: CustomerWording.nullable(),
  position,
}

export const listCaseStatuses = defineRoute({
  method: 'GET',
  path: '/api/v1/case-statuses',
  tag: 'Workflow',
  summary: 'List case statuses',
  description: 'Each with the category that rules and reports bind to, in their order.',
  access: { audience: 'staff', permission: 'settings:read' },
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(CaseStatus) }) },
  refusals: [],
})

export const createCaseStatus = defineRoute({
  method: 'POST',
  path: '/api/v1/case-statuses',
  tag: 'Workflow',
  summary: 'Create a case status',
  description:
    'Cases reach it once a workflow has it. Without more it is gray, comes last and stops the clocks where its category does. At most 100.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z
    .strictObject({ ...caseStatusFields, category: StatusCategory })
    .partial()
    .required({ name: true, category: true }),
  responses: { 201: CaseStatus },
  refusals: ['conflict'],
})

export const updateCaseStatus = defineRoute({
  method: 'PATCH',
  path: '/api/v1/case-statuses/:statusId',
  tag: 'Workflow',
  summary: 'Change or deactivate a case status',
  description:
    'Its category stays. One that a workflow has, or that a case stands in which has not ended, cannot be deactivated. Whether it stops the clocks counts for moves from now on.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('statusId'),
  body: z.strictObject({ ...caseStatusFields, isActive: z.boolean() }).partial(),
  responses: { 200: CaseStatus },
  refusals: ['not_found', 'conflict', 'still_in_use'],
  ifMatch: 'required',
  etag: true,
})

export const orderCaseStatuses = defineRoute({
  method: 'PUT',
  path: '/api/v1/case-status-order',
  tag: 'Workflow',
  summary: 'Put the case statuses in order',
  description: 'Names each of them once, active or not.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({ statusIds: z.array(Id).max(STATUSES_MAX) }),
  responses: { 200: z.object({ data: z.array(CaseStatus) }) },
  refusals: ['reference_refused'],
})
