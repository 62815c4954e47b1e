import { z } from 'zod'
import {
  Day,
  Id,
  LongText,
  Name,
  Reference,
  activeQuery,
  idParams,
  pageOf,
  pageQuery,
  searchQuery,
  position,
} from './primitives.ts'
import { defineRoute } from './route.ts'

export const Project = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [12] }),
    customer: Reference,
    name: z.string().meta({ examples: ['Intranet relaunch'] }),
    description: z.string().meta({ examples: ['New intranet on the customer’s own servers.'] }),
    owner: Reference.nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    isActive: z.boolean().meta({ examples: [true] }),
    activeCases: z.int().meta({ examples: [2] }),
    minutes: z.int().meta({ description: 'Minutes registered on the project and on its cases.', examples: [600] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Project' })

export type Project = z.infer<typeof Project>

const projectFields = {
  name: Name,
  description: LongText,
  ownerId: Id.nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
}

export const listProjects = defineRoute({
  method: 'GET',
  path: '/api/v1/projects',
  tag: 'Projects',
  summary: 'List projects',
  description: 'Sorted by name; search looks in name and number.',
  access: { audience: 'staff', permission: 'project:read' },
  query: z.strictObject({ ...pageQuery, ...searchQuery, ...activeQuery, customerId: Id.optional() }),
  responses: { 200: pageOf(Project) },
  refusals: ['invalid_cursor'],
})

export const getProject = defineRoute({
  method: 'GET',
  path: '/api/v1/projects/:projectId',
  tag: 'Projects',
  summary: 'Read a project',
  description: 'One project with what its support has cost.',
  access: { audience: 'staff', permission: 'project:read' },
  params: idParams('projectId'),
  responses: { 200: Project },
  refusals: ['not_found'],
  etag: true,
})

export const createProject = defineRoute({
  method: 'POST',
  path: '/api/v1/projects',
  tag: 'Projects',
  summary: 'Create a project',
  description: 'A project belongs to one customer.',
  access: { audience: 'staff', permission: 'project:write' },
  body: z.strictObject({
    ...projectFields,
    customerId: Id,
    description: LongText.default(''),
    ownerId: Id.nullable().default(null),
    startsOn: Day.nullable().default(null),
    endsOn: Day.nullable().default(null),
  }),
  responses: { 201: Project },
  refusals: ['reference_refused'],
})

export const updateProject = defineRoute({
  method: 'PATCH',
  path: '/api/v1/projects/:projectId',
  tag: 'Projects',
  summary: 'Change or deactivate a project',
  description: 'An inactive project takes no new cases.',
  access: { audience: 'staff', permission: 'project:write' },
  params: idParams('projectId'),
  body: z.strictObject({ ...projectFields, isActive: z.boolean() }).partial(),
  responses: { 200: Project },
  refusals: ['not_found', 'reference_refused'],
  ifMatch: 'optional',
  etag: true,
})

export const ProjectTask = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Data migration'] }),
    position: z.int().meta({ examples: [1] }),
    isActive: z.boolean().meta({ examples: [true] }),
    minutes: z.int().meta({ description: 'Minutes registered on it.', examples: [240] }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'ProjectTask' })

export type ProjectTask = z.infer<typeof ProjectTask>

export const listProjectTasks = defineRoute({
  method: 'GET',
  path: '/api/v1/projects/:projectId/tasks',
  tag: 'Projects',
  summary: 'List the tasks of a project',
  description: 'In their order; time is registered on them.',
  access: { audience: 'staff', permission: 'project:read' },
  params: idParams('projectId'),
  query: z.strictObject(activeQuery),
  responses: { 200: z.object({ data: z.array(ProjectTask) }) },
  refusals: ['not_found'],
})

export const createProjectTask = defineRoute({
  method: 'POST',
  path: '/api/v1/projects/:projectId/tasks',
  tag: 'Projects',
  summary: 'Create a task',
  description: 'Its name is its own within the project.',
  access: { audience: 'staff', permission: 'project:write' },
  params: idParams('projectId'),
  body: z.strictObject({ name: Name, position: position.default(0) }),
  responses: { 201: ProjectTask },
  refusals: ['not_found', 'conflict'],
})

export const updateProjectTask = defineRoute({
  method: 'PATCH',
  path: '/api/v1/projects/:projectId/tasks/:taskId',
  tag: 'Projects',
  summary: 'Change or deactivate a task',
  description: 'An inactive task takes no new time.',
  access: { audience: 'staff', permission: 'project:write' },
  params: z.strictObject({ projectId: Id, taskId: Id }),
  body: z.strictObject({ name: Name, position, isActive: z.boolean() }).partial(),
  responses: { 200: ProjectTask },
  refusals: ['not_found', 'conflict'],
  ifMatch: 'optional',
  etag: true,
})
