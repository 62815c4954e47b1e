import { z } from 'zod'
import { STATUSES_PER_WORKFLOW_MAX } from './limits.ts'
import {
  CaseReference,
  Id,
  Instant,
  Name,
  OptionalLine,
  Reference,
  activeQuery,
  idParams,
  pageOf,
  pageQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'
import { StatusReference } from './work-list.ts'
import { Transition, WorkflowDefinition } from './workflow-definition.ts'

export const Workflow = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Changes with approval'] }),
    isDefault: z.boolean().meta({ description: 'For cases whose type names none.', examples: [false] }),
    isActive: z.boolean().meta({ examples: [true] }),
    definition: WorkflowDefinition,
    comment: z.string().meta({ description: 'Of the version in force.', examples: ['Testing before closing'] }),
    savedAt: Instant,
    savedByName: z.string().meta({ examples: ['Mette Holm'] }),
    types: z.array(Reference).meta({ description: 'Case types that name it; those below them follow.' }),
    cases: z.int().meta({ description: 'Cases that move by it and have not ended.', examples: [212] }),
    version: z.int().meta({ description: 'The number of the version in force.', examples: [3] }),
  })
  .meta({ id: 'Workflow' })
export type Workflow = z.infer<typeof Workflow>

export const WorkflowVersion = z
  .object({
    number: z.int().meta({ examples: [3] }),
    name: z.string().meta({ examples: ['Changes with approval'] }),
    definition: WorkflowDefinition,
    comment: z.string().meta({ examples: ['Testing before closing'] }),
    savedAt: Instant,
    savedByName: z.string().meta({ examples: ['Mette Holm'] }),
    statuses: z.array(StatusReference).meta({ description: 'The statuses that the definition speaks of.' }),
  })
  .meta({ id: 'WorkflowVersion' })
export type WorkflowVersion = z.infer<typeof WorkflowVersion>

/** Where cases go that stand in a status which the new version takes out. */
const moves = z
  .array(z.strictObject({ fromId: Id, toId: Id }))
  .max(STATUSES_PER_WORKFLOW_MAX)
  .default([])

export const listWorkflows = defineRoute({
  method: 'GET',
  path: '/api/v1/workflows',
  tag: 'Workflow',
  summary: 'List workflows',
  description: 'The default one first, then by name; at most 50.',
  access: { audience: 'staff', permission: 'settings:read' },
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(Workflow) }) },
  refusals: [],
})

export const getWorkflow = defineRoute({
  method: 'GET',
  path: '/api/v1/workflows/:workflowId',
  tag: 'Workflow',
  summary: 'Read a workflow',
  description: 'With the definition in force.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('workflowId'),
  responses: { 200: Workflow },
  refusals: ['not_found'],
  etag: true,
})

export const createWorkflow = defineRoute({
  method: 'POST',
  path: '/api/v1/workflows',
  tag: 'Workflow',
  summary: 'Create a workflow',
  description:
    'It needs a status of new, open, solved and closed; each status has to be reachable from a new case, and each that does not end one needs a way out. A case type takes it up.',
  access: { audience: 'staff', permission: 'settings:write' },
  body: z.strictObject({ name: Name, definition: WorkflowDefinition, comment: OptionalLine.default('') }),
  responses: { 201: Workflow },
  refusals: ['conflict', 'workflow_refused'],
})

export const updateWorkflow = defineRoute({
  method: 'PUT',
  path: '/api/v1/workflows/:workflowId',
  tag: 'Workflow',
  summary: 'Save a new version of a workflow',
  description:
    'Counts at once for every case that moves by it. `moves` says where the cases go that have not ended and stand in a status that is taken out; without it such a change is refused with a pointer at each. Cases that have ended stay as they are. The default workflow, and one that case types name, cannot be deactivated.',
  access: { audience: 'staff', permission: 'settings:write' },
  params: idParams('workflowId'),
  body: z.strictObject({
    name: Name,
    definition: WorkflowDefinition,
    comment: OptionalLine.default(''),
    isActive: z.boolean().default(true),
    moves,
  }),
  responses: { 200: Workflow },
  refusals: ['not_found', 'conflict', 'workflow_refused', 'still_in_use'],
  ifMatch: 'required',
  etag: true,
})

export const listWorkflowVersions = defineRoute({
  method: 'GET',
  path: '/api/v1/workflows/:workflowId/versions',
  tag: 'Workflow',
  summary: 'List the versions of a workflow',
  description: 'Latest first, with who saved what and why.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('workflowId'),
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(WorkflowVersion) },
  refusals: ['not_found', 'invalid_cursor'],
})

const touched = {
  status: StatusReference,
  cases: z.int().meta({ examples: [17] }),
  sample: z.array(CaseReference).meta({ description: 'The oldest of them, at most 20.' }),
}

export const WorkflowPreview = z
  .object({
    problems: z
      .array(
        z.object({
          pointer: z.string().meta({ examples: ['/body/definition/statusIds'] }),
          code: z.string().meta({ examples: ['category_missing'] }),
          message: z.string().meta({ examples: ['The workflow has no status for solved cases.'] }),
        }),
      )
      .meta({ description: 'What keeps it from being saved; empty when nothing does.' }),
    cases: z.int().meta({ description: 'Cases that move by it and have not ended.', examples: [212] }),
    removed: z
      .array(z.object({ ...touched, suggested: StatusReference.nullable() }))
      .meta({ description: 'Statuses that it takes out, with the cases in them and where those might go.' }),
    stuck: z
      .array(z.object(touched))
      .meta({ description: 'Statuses with cases in them that staff may move nowhere under it.' }),
    transitions: z.object({
      added: z.array(Transition),
      removed: z.array(Transition),
      changed: z.array(z.object({ before: Transition, after: Transition })),
    }),
    statuses: z.array(StatusReference).meta({ description: 'The statuses that either definition speaks of.' }),
  })
  .meta({ id: 'WorkflowPreview' })
export type WorkflowPreview = z.infer<typeof WorkflowPreview>

export const previewWorkflow = defineRoute({
  method: 'POST',
  path: '/api/v1/workflow-previews',
  tag: 'Workflow',
  summary: 'See what a draft of a workflow would touch',
  description:
    'Which of today’s cases, which moves, and what is wrong with it. Nothing is written. Without a workflow it is a new one.',
  access: { audience: 'staff', permission: 'settings:read' },
  body: z.strictObject({ workflowId: Id.nullable().default(null), definition: WorkflowDefinition }),
  responses: { 200: WorkflowPreview },
  refusals: ['not_found'],
})
