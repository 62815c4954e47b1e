import { z } from 'zod'
import { CaseReference, Id, Instant, LongText, Reference } from './primitives.ts'
import { defineRoute } from './route.ts'
import { TimeDraft, TimeEntry } from './time.ts'

export const Timer = z
  .object({
    case: CaseReference.nullable(),
    activityType: Reference.nullable(),
    text: z.string().meta({ examples: ['Looking into the printer driver'] }),
    startedAt: Instant,
    pausedAt: Instant.nullable().meta({ description: 'Set while it pauses.' }),
    measuredSeconds: z
      .int()
      .meta({ description: 'What it measured before it was last started or paused.', examples: [0] }),
  })
  .meta({ id: 'Timer' })
export type Timer = z.infer<typeof Timer>
export const getTimer = defineRoute({
  method: 'GET',
  path: '/api/v1/me/timer',
  tag: 'Time',
  summary: 'Read one’s timer',
  description: 'One at most for each employee (R12); `timer` is null when none runs.',
  access: { audience: 'staff', permission: 'time:write' },
  responses: { 200: z.object({ timer: Timer.nullable() }) },
  refusals: [],
})
export const startTimer = defineRoute({
  method: 'POST',
  path: '/api/v1/me/timer',
  tag: 'Time',
  summary: 'Start one’s timer',
  description:
    'Refused while another runs, unless `replace` is true, which discards the running one; stop it first to keep its time.',
  access: { audience: 'staff', permission: 'time:write' },
  body: z.strictObject({
    caseId: Id.optional(),
    activityTypeId: Id.optional(),
    text: LongText.optional(),
    replace: z.boolean().optional(),
  }),
  responses: { 201: Timer },
  refusals: ['timer_running', 'reference_refused'],
})
export const stopTimer = defineRoute({
  method: 'POST',
  path: '/api/v1/me/timer/stop',
  tag: 'Time',
  summary: 'Stop one’s timer',
  description:
    'Registers the elapsed minutes, at least one and at most a day, split at midnight; answers the last entry. Minutes or a work date in the body make one entry of it.',
  access: { audience: 'staff', permission: 'time:write' },
  body: z.strictObject(TimeDraft.shape).partial().required({ activityTypeId: true }),
  responses: { 201: TimeEntry },
  refusals: ['timer_stopped', 'reference_refused', 'invalid_minutes', 'week_closed', 'period_locked'],
})
export const pauseTimer = defineRoute({
  method: 'PUT',
  path: '/api/v1/me/timer/pause',
  tag: 'Time',
  summary: 'Pause one’s timer',
  description: 'Harmless when it pauses already.',
  access: { audience: 'staff', permission: 'time:write' },
  responses: { 200: Timer },
  refusals: ['timer_stopped'],
})
export const resumeTimer = defineRoute({
  method: 'DELETE',
  path: '/api/v1/me/timer/pause',
  tag: 'Time',
  summary: 'Go on with one’s timer',
  description: 'Harmless when it runs.',
  access: { audience: 'staff', permission: 'time:write' },
  responses: { 200: Timer },
  refusals: ['timer_stopped'],
})
export const discardTimer = defineRoute({
  method: 'DELETE',
  path: '/api/v1/me/timer',
  tag: 'Time',
  summary: 'Discard one’s timer',
  description: 'Registers nothing.',
  access: { audience: 'staff', permission: 'time:write' },
  responses: { 204: null },
  refusals: ['timer_stopped'],
})
