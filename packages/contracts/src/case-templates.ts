import { z } from 'zod'
import { EstimateMinutes, MessageBody, Subject } from './cases.ts'
import { FieldValues } from './custom-fields.ts'
import { TAGS_MAX } from './limits.ts'
import { Id, Name, OptionalLine, Reference, activeQuery, idParams, position } from './primitives.ts'
import { defineRoute } from './route.ts'
import { Tag } from './work-list.ts'

export const CaseTemplate = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['New employee'] }),
    subject: z.string().meta({ examples: ['Workplace for a new employee'] }),
    description: z.string().meta({ examples: ['Name, first day and department of the new colleague:'] }),
    type: Reference.nullable(),
    priority: Reference.nullable().meta({ description: 'Null: the default one.' }),
    department: Reference.nullable().meta({ description: 'Null: dispatched by the rules.' }),
    responsible: Reference.nullable(),
    product: z
      .string()
      .nullable()
      .meta({ examples: ['Ledger'] }),
    tags: z.array(z.string()).meta({ examples: [['onboarding']] }),
    fields: FieldValues,
    checklist: Reference.nullable().meta({ description: 'A checklist template, added to that of the type.' }),
    estimateMinutes: EstimateMinutes.nullable(),
    position: z.int().meta({ examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'CaseTemplate' })
export type CaseTemplate = z.infer<typeof CaseTemplate>

const templateFields = {
  name: Name.meta({ examples: ['New employee'] }),
  subject: Subject,
  description: MessageBody,
  typeId: Id.nullable(),
  priorityId: Id.nullable(),
  departmentId: Id.nullable(),
  responsibleId: Id.nullable(),
  product: OptionalLine.nullable(),
  tags: z.array(Tag).max(TAGS_MAX),
  fields: FieldValues,
  checklistId: Id.nullable(),
  estimateMinutes: EstimateMinutes.nullable(),
  position,
}

export const listCaseTemplates = defineRoute({
  method: 'GET',
  path: '/api/v1/case-templates',
  tag: 'Settings',
  summary: 'List case templates',
  description: 'What new cases of a frequent kind begin with, in their order, at most 200.',
  access: { audience: 'staff', permission: 'settings:read' },
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(CaseTemplate) }) },
  refusals: [],
})
export const getCaseTemplate = defineRoute({
  method: 'GET',
  path: '/api/v1/case-templates/:templateId',
  tag: 'Settings',
  summary: 'Read a case template',
  description: 'With all it fills in.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('templateId'),
  responses: { 200: CaseTemplate },
  refusals: ['not_found'],
  etag: true,
})
export const createCaseTemplate = defineRoute({
  method: 'POST',
  path: '/api/v1/case-templates',
  tag: 'Settings',
  summary: 'Create a case template',
  description:
    'Forms fill themselves in from it and send what came of it with `templateId`. Custom fields need not be filled in.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({
    ...templateFields,
    typeId: templateFields.typeId.default(null),
    priorityId: templateFields.priorityId.default(null),
    departmentId: templateFields.departmentId.default(null),
    responsibleId: templateFields.responsibleId.default(null),
    product: templateFields.product.default(null),
    tags: templateFields.tags.default([]),
    fields: templateFields.fields.default({}),
    checklistId: templateFields.checklistId.default(null),
    estimateMinutes: templateFields.estimateMinutes.default(null),
    position: position.optional(),
  }),
  responses: { 201: CaseTemplate },
  refusals: ['conflict', 'reference_refused', 'field_refused'],
})
export const updateCaseTemplate = defineRoute({
  method: 'PATCH',
  path: '/api/v1/case-templates/:templateId',
  tag: 'Settings',
  summary: 'Change or deactivate a case template',
  description:
    '`fields` replaces what is there. Recurring cases take what it says when they are due; one they use stays active (`still_in_use`).',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('templateId'),
  body: z.strictObject({ ...templateFields, isActive: z.boolean() }).partial(),
  responses: { 200: CaseTemplate },
  refusals: ['not_found', 'conflict', 'reference_refused', 'field_refused', 'still_in_use'],
  ifMatch: 'required',
  etag: true,
})
