import { z } from 'zod'
import { caseParams } from './cases.ts'
import { CHECKLIST_ITEMS_MAX, FILTER_VALUES_MAX, LINE_LENGTH_MAX } from './limits.ts'
import { Id, Instant, Name, Reference, activeQuery, idParams, line, position } from './primitives.ts'
import { defineRoute } from './route.ts'

const ItemText = line(LINE_LENGTH_MAX).meta({ examples: ['Make a copy of the data'] })
const isRequired = z
  .boolean()
  .meta({ description: 'Moves behind the gate `checklist_done` wait for it.', examples: [true] })

const TemplateItem = z.strictObject({ text: ItemText, isRequired: isRequired.default(false) })

export const ChecklistTemplate = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['New workplace'] }),
    items: z.array(TemplateItem),
    types: z.array(Reference).meta({ description: 'New cases of these types, and of those below them, get it.' }),
    position: z.int().meta({ examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'ChecklistTemplate' })
export type ChecklistTemplate = z.infer<typeof ChecklistTemplate>

const templateFields = {
  name: Name.meta({ examples: ['New workplace'] }),
  items: z.array(TemplateItem).min(1).max(CHECKLIST_ITEMS_MAX),
  typeIds: z.array(Id).max(FILTER_VALUES_MAX),
  position,
}

export const listChecklistTemplates = defineRoute({
  method: 'GET',
  path: '/api/v1/checklist-templates',
  tag: 'Settings',
  summary: 'List checklist templates',
  description: 'In their order, at most 200.',
  access: { audience: 'staff', permission: 'settings:read' },
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(ChecklistTemplate) }) },
  refusals: [],
})
export const getChecklistTemplate = defineRoute({
  method: 'GET',
  path: '/api/v1/checklist-templates/:templateId',
  tag: 'Settings',
  summary: 'Read a checklist template',
  description: 'With its items.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('templateId'),
  responses: { 200: ChecklistTemplate },
  refusals: ['not_found'],
  etag: true,
})
export const createChecklistTemplate = defineRoute({
  method: 'POST',
  path: '/api/v1/checklist-templates',
  tag: 'Settings',
  summary: 'Create a checklist template',
  description: 'Its items are copied to cases: what changes later leaves those alone.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({
    ...templateFields,
    typeIds: templateFields.typeIds.default([]),
    position: position.optional(),
  }),
  responses: { 201: ChecklistTemplate },
  refusals: ['conflict', 'reference_refused'],
})
export const updateChecklistTemplate = defineRoute({
  method: 'PATCH',
  path: '/api/v1/checklist-templates/:templateId',
  tag: 'Settings',
  summary: 'Change or deactivate a checklist template',
  description: '`items` and `typeIds` replace what is there; checklists of cases stay as they are.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('templateId'),
  body: z.strictObject({ ...templateFields, isActive: z.boolean() }).partial(),
  responses: { 200: ChecklistTemplate },
  refusals: ['not_found', 'conflict', 'reference_refused'],
  ifMatch: 'required',
  etag: true,
})

export const ChecklistItem = z
  .object({
    id: Id,
    text: z.string().meta({ examples: ['Make a copy of the data'] }),
    isRequired,
    doneAt: Instant.nullable(),
    doneByName: z
      .string()
      .nullable()
      .meta({ examples: ['Mette Holm'] }),
  })
  .meta({ id: 'ChecklistItem' })
export type ChecklistItem = z.infer<typeof ChecklistItem>

export const CaseChecklist = z
  .object({
    data: z.array(ChecklistItem).meta({ description: 'In their order.' }),
    isDone: z.boolean().meta({ description: 'No required item is left: the gate `checklist_done` is open.' }),
    can: z.object({
      edit: z.boolean(),
      loosen: z.boolean().meta({ description: 'Remove required items, or make them optional.' }),
    }),
  })
  .meta({ id: 'CaseChecklist' })
export type CaseChecklist = z.infer<typeof CaseChecklist>

const responses = { 200: CaseChecklist }

export const getCaseChecklist = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/checklist',
  tag: 'Cases',
  summary: 'Read the checklist of a case',
  description: 'Staff only.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses,
  refusals: ['not_found'],
})
export const addChecklistItem = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/checklist-items',
  tag: 'Cases',
  summary: 'Add an item to the checklist of a case',
  description: 'It comes last.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: TemplateItem,
  responses: { 201: CaseChecklist },
  refusals: ['not_found', 'conflict', 'case_closed'],
})
export const applyChecklist = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/checklists',
  tag: 'Cases',
  summary: 'Add a checklist template to a case',
  description: 'Its items come last; those that stand there with the same words already are left out.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({ templateId: Id }),
  responses: { 201: CaseChecklist },
  refusals: ['not_found', 'conflict', 'reference_refused', 'case_closed'],
})
export const updateChecklistItem = defineRoute({
  method: 'PATCH',
  path: '/api/v1/cases/:caseId/checklist-items/:itemId',
  tag: 'Cases',
  summary: 'Tick or change an item',
  description: 'A required item that is not done becomes optional by those only who may override gates.',
  access: { audience: 'staff', permission: 'case:write' },
  params: z.strictObject({ caseId: Id, itemId: Id }),
  body: z.strictObject({ text: ItemText, isRequired, isDone: z.boolean() }).partial(),
  responses,
  refusals: ['not_found', 'case_closed'],
})
export const removeChecklistItem = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/checklist-items/:itemId',
  tag: 'Cases',
  summary: 'Remove an item',
  description: 'A required item that is not done is removed by those only who may override gates.',
  access: { audience: 'staff', permission: 'case:write' },
  params: z.strictObject({ caseId: Id, itemId: Id }),
  responses,
  refusals: ['not_found', 'case_closed'],
})
export const orderChecklist = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/checklist-order',
  tag: 'Cases',
  summary: 'Put the checklist of a case in order',
  description: 'Names each item once.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({ itemIds: z.array(Id).max(CHECKLIST_ITEMS_MAX) }),
  responses,
  refusals: ['not_found', 'reference_refused', 'case_closed'],
})
