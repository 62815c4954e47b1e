import { z } from 'zod'
import { Day, Id, OptionalLine, Reference, idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const Absence = z
  .object({
    id: Id,
    employee: Reference,
    from: Day.meta({ description: 'The first day away, by the calendar of the company’s zone.' }),
    to: Day.meta({ description: 'The last day away.' }),
    delegate: Reference.nullable().meta({
      description: 'Who gets what comes in meanwhile; null leaves it to the queue of the department.',
    }),
    reason: z.string().meta({ description: 'Empty where nothing was said.', examples: ['Parental leave'] }),
    state: z.enum(['coming', 'now', 'past']).meta({ examples: ['now'] }),
    openCases: z.int().meta({ description: 'Active cases that the person still has.', examples: [7] }),
    can: z
      .object({ edit: z.boolean(), handOver: z.boolean() })
      .meta({ description: 'What the caller may do with it now.' }),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Absence' })
export type Absence = z.infer<typeof Absence>

const absenceFields = { from: Day, to: Day, delegateId: Id.nullable(), reason: OptionalLine }

export const listAbsences = defineRoute({
  method: 'GET',
  path: '/api/v1/absences',
  tag: 'Dispatch',
  summary: 'List absences',
  description: 'Latest first. `from` and `to` ask for those that touch the days.',
  access: { audience: 'staff', permission: 'staff:read' },
  query: z.strictObject({
    ...pageQuery,
    employeeId: z
      .union([Id, z.literal('me')])
      .optional()
      .meta({ examples: ['me'] }),
    departmentId: Id.optional().meta({ description: 'People of a department and of all below it.' }),
    from: Day.optional(),
    to: Day.optional(),
  }),
  responses: { 200: pageOf(Absence) },
  refusals: ['invalid_cursor'],
})

export const getAbsence = defineRoute({
  method: 'GET',
  path: '/api/v1/absences/:absenceId',
  tag: 'Dispatch',
  summary: 'Read an absence',
  description: 'One absence.',
  access: { audience: 'staff', permission: 'staff:read' },
  params: idParams('absenceId'),
  responses: { 200: Absence },
  refusals: ['not_found'],
  etag: true,
})

export const createAbsence = defineRoute({
  method: 'POST',
  path: '/api/v1/absences',
  tag: 'Dispatch',
  summary: 'Record an absence',
  description:
    'Everybody for themselves, those with `absence:write` for all; an API token needs `staff:write`. Refused when it overlaps another of the person, or when delegates would stand in for each other in a circle.',
  access: { audience: 'staff', permission: 'self', scope: 'staff:write' },
  body: z.strictObject({
    employeeId: Id,
    from: absenceFields.from,
    to: absenceFields.to,
    delegateId: absenceFields.delegateId.default(null),
    reason: absenceFields.reason.default(''),
  }),
  responses: { 201: Absence },
  refusals: ['permission_denied', 'reference_refused', 'absence_refused'],
})

export const updateAbsence = defineRoute({
  method: 'PATCH',
  path: '/api/v1/absences/:absenceId',
  tag: 'Dispatch',
  summary: 'Change an absence',
  description: 'As recording one. Cases that were dispatched stay where they are.',
  access: { audience: 'staff', permission: 'self', scope: 'staff:write' },
  params: idParams('absenceId'),
  body: z.strictObject(absenceFields).partial(),
  responses: { 200: Absence },
  refusals: ['not_found', 'permission_denied', 'reference_refused', 'absence_refused'],
  ifMatch: 'required',
  etag: true,
})

export const removeAbsence = defineRoute({
  method: 'DELETE',
  path: '/api/v1/absences/:absenceId',
  tag: 'Dispatch',
  summary: 'Remove an absence',
  description: 'The person is there after all. Cases that were dispatched stay where they are.',
  access: { audience: 'staff', permission: 'self', scope: 'staff:write' },
  params: idParams('absenceId'),
  responses: { 204: null },
  refusals: ['not_found', 'permission_denied'],
})

export const Handover = z
  .object({
    delegate: Reference.nullable().meta({ description: 'Who would get them now; null where nobody stands in.' }),
    cases: z.int().meta({ description: 'Active cases that would move, or that moved.', examples: [7] }),
    otherDepartment: z.int().meta({
      description: 'How many of them change to the delegate’s department, because it is not below their own.',
      examples: [1],
    }),
    left: z.int().meta({ description: 'Active cases that stay for another call.', examples: [0] }),
  })
  .meta({ id: 'Handover' })
export type Handover = z.infer<typeof Handover>

export const previewHandover = defineRoute({
  method: 'GET',
  path: '/api/v1/absences/:absenceId/handover',
  tag: 'Dispatch',
  summary: 'Preview handing cases over',
  description: 'How many active cases would go to whom; nothing is changed.',
  access: { audience: 'staff', permission: 'staff:read' },
  params: idParams('absenceId'),
  responses: { 200: Handover },
  refusals: ['not_found'],
})

export const handOverCases = defineRoute({
  method: 'POST',
  path: '/api/v1/absences/:absenceId/handover',
  tag: 'Dispatch',
  summary: 'Hand cases over to the delegate',
  description:
    'Moves the person’s active cases, at most 500 in a call, each with its entry in the log. Refused with `absence_refused` when it is over, or when nobody stands in.',
  access: { audience: 'staff', permission: 'self', scope: 'staff:write' },
  params: idParams('absenceId'),
  body: z.strictObject({ comment: OptionalLine.optional() }),
  responses: { 200: Handover },
  refusals: ['not_found', 'permission_denied', 'absence_refused'],
})
