import { z } from 'zod'
import { MINUTES_PER_ENTRY_MAX } from './limits.ts'
import { Reason, idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'
import { TimeDraft, TimeEntry } from './time.ts'

export const correctTimeEntry = defineRoute({
  method: 'POST',
  path: '/api/v1/time-entries/:entryId/corrections',
  tag: 'Time',
  summary: 'Correct an entry of a closed week or period',
  description:
    'Writes a reversal that takes the entry back with all it drew and charged, and a replacement with what is given; `minutes` 0 takes it back whole (R9). Both are linked to it and booked today, or on the first open day where that is closed. Answers the replacement, else the reversal.',
  access: { audience: 'staff', permission: 'time:write' },
  params: idParams('entryId'),
  body: z
    .strictObject({
      ...TimeDraft.shape,
      minutes: z
        .int()
        .min(0)
        .max(MINUTES_PER_ENTRY_MAX)
        .meta({ description: 'Whole minutes; 0 takes the entry back.', examples: [15] }),
    })
    .partial()
    .omit({ startedAt: true, endedAt: true, workDate: true })
    .extend({ reason: Reason }),
  responses: { 201: TimeEntry },
  refusals: [
    'not_found',
    'permission_denied',
    'reference_refused',
    'already_corrected',
    'correction_refused',
    'time_settled',
    'period_locked',
  ],
})
export const decideCorrection = defineRoute({
  method: 'PUT',
  path: '/api/v1/time-entries/:entryId/approval',
  tag: 'Time',
  summary: 'Approve or reject a correction',
  description:
    'A correction by somebody who may not approve time waits for this. Approving counts for reversal and replacement; rejecting removes both.',
  access: { audience: 'staff', permission: 'time:approve' },
  params: idParams('entryId'),
  body: z.strictObject({ verdict: z.enum(['approved', 'rejected']), reason: Reason.optional() }),
  responses: { 204: null },
  refusals: ['not_found', 'correction_refused', 'time_settled', 'period_locked'],
})
export const listCorrections = defineRoute({
  method: 'GET',
  path: '/api/v1/corrections',
  tag: 'Time',
  summary: 'List corrections that wait for approval',
  description: 'Reversals and replacements of closed weeks, oldest first.',
  access: { audience: 'staff', permission: 'time:approve' },
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(TimeEntry) },
  refusals: ['invalid_cursor'],
})
