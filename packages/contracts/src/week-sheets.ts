import { z } from 'zod'
import { Day, Id, Instant, Reason, Reference, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'
import { TimeEntry } from './time.ts'

export const WeekState = z
  .enum(['open', 'submitted', 'approved', 'rejected'])
  .meta({ id: 'WeekState', examples: ['submitted'] })
export type WeekState = z.infer<typeof WeekState>

const WeekKey = z.object({
  employee: Reference,
  monday: Day,
  state: WeekState,
  submittedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedByName: z.string().nullable(),
  reason: z.string().meta({ description: 'Why it was rejected or reopened.', examples: ['Tuesday is missing.'] }),
  version: z.int().meta({ examples: [1] }),
})

/** The week of an employee: entries by what they are on and by day. */
export const WeekSheet = WeekKey.extend({
  days: z.array(
    z.object({
      day: Day,
      workingMinutes: z.int().meta({ description: 'To be worked that day.', examples: [444] }),
      minutes: z.int().meta({ examples: [430] }),
      lock: z
        .enum(['soft', 'hard'])
        .nullable()
        .meta({ description: 'Whether the day lies in a closed period, for most or for everybody (R53).' }),
    }),
  ),
  entries: z.array(TimeEntry).meta({ description: 'All of the week, in order of time.' }),
  minutes: z.int().meta({ examples: [2150] }),
  workingMinutes: z.int().meta({ examples: [2220] }),
  billableMinutes: z.int().meta({ examples: [1500] }),
  can: z.object({
    register: z.boolean(),
    submit: z.boolean(),
    recall: z.boolean(),
    approve: z.boolean(),
    reject: z.boolean(),
    reopen: z.boolean(),
  }),
}).meta({ id: 'WeekSheet' })
export type WeekSheet = z.infer<typeof WeekSheet>

export const WeekSheetSummary = WeekKey.extend({
  minutes: z.int(),
  workingMinutes: z.int(),
  billableMinutes: z.int(),
}).meta({ id: 'WeekSheetSummary' })
export type WeekSheetSummary = z.infer<typeof WeekSheetSummary>

const weekParams = z.strictObject({
  employeeId: Id,
  monday: Day.meta({ description: 'A Monday.', examples: ['2026-03-02'] }),
})

export const getWeekSheet = defineRoute({
  method: 'GET',
  path: '/api/v1/employees/:employeeId/weeks/:monday',
  tag: 'Week sheets',
  summary: 'Read a week sheet',
  description:
    'All time of an employee from a Monday on, with what was to be worked. One’s own, or others’ with time:approve or time:write_others.',
  access: { audience: 'staff', permission: 'time:read' },
  params: weekParams,
  responses: { 200: WeekSheet },
  refusals: ['not_found', 'permission_denied'],
  etag: true,
})
export const listWeekSheets = defineRoute({
  method: 'GET',
  path: '/api/v1/weeks',
  tag: 'Week sheets',
  summary: 'List week sheets',
  description: 'Submitted ones unless another state is asked for, oldest first.',
  access: { audience: 'staff', permission: 'time:approve' },
  query: z.strictObject({ ...pageQuery, state: WeekState.default('submitted'), employeeId: Id.optional() }),
  responses: { 200: pageOf(WeekSheetSummary) },
  refusals: ['invalid_cursor'],
})
export const submitWeek = defineRoute({
  method: 'PUT',
  path: '/api/v1/employees/:employeeId/weeks/:monday/submission',
  tag: 'Week sheets',
  summary: 'Submit a week',
  description: 'Its entries cannot be changed from then on. One’s own, or others’ with time:write_others.',
  access: { audience: 'staff', permission: 'time:write' },
  params: weekParams,
  responses: { 200: WeekSheet },
  refusals: ['not_found', 'permission_denied', 'week_move_refused'],
})
export const recallWeek = defineRoute({
  method: 'DELETE',
  path: '/api/v1/employees/:employeeId/weeks/:monday/submission',
  tag: 'Week sheets',
  summary: 'Take a submitted week back',
  description: 'As long as nobody decided on it.',
  access: { audience: 'staff', permission: 'time:write' },
  params: weekParams,
  responses: { 200: WeekSheet },
  refusals: ['not_found', 'permission_denied', 'week_move_refused'],
})
export const decideWeek = defineRoute({
  method: 'PUT',
  path: '/api/v1/employees/:employeeId/weeks/:monday/decision',
  tag: 'Week sheets',
  summary: 'Approve, reject or reopen a week',
  description:
    'Approved time can be invoiced (R13). A rejected or reopened week can be changed again; both need a reason. Nobody approves one’s own week unless one is the only approver.',
  access: { audience: 'staff', permission: 'time:approve' },
  params: weekParams,
  body: z.strictObject({ verdict: z.enum(['approved', 'rejected', 'reopened']), reason: Reason.optional() }),
  responses: { 200: WeekSheet },
  refusals: ['not_found', 'permission_denied', 'week_move_refused', 'period_locked'],
})
