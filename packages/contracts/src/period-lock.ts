import { z } from 'zod'
import { Day, Instant, Reason } from './primitives.ts'
import { defineRoute } from './route.ts'

export const PeriodLock = z
  .object({
    softLockedThrough: Day.nullable().meta({ description: 'Closed for those without period:override (R53).' }),
    hardLockedThrough: Day.nullable().meta({ description: 'Closed for everybody.' }),
    openWeeks: z
      .int()
      .meta({ description: 'Weeks up to the soft lock that nobody approved, if the company approves time.' }),
    heldEntries: z.int().meta({ description: 'Entries up to the soft lock that cannot be invoiced yet.' }),
    history: z
      .array(
        z.object({
          at: Instant,
          byName: z.string(),
          softLockedThrough: Day.nullable(),
          hardLockedThrough: Day.nullable(),
          reason: z.string(),
        }),
      )
      .meta({ description: 'The latest fifty moves.' }),
    version: z.int(),
  })
  .meta({ id: 'PeriodLock' })
export type PeriodLock = z.infer<typeof PeriodLock>

export const getPeriodLock = defineRoute({
  method: 'GET',
  path: '/api/v1/period-lock',
  tag: 'Week sheets',
  summary: 'Read up to which day the books are closed',
  description: 'With what is still open before it.',
  access: { audience: 'staff', permission: 'time:approve' },
  responses: { 200: PeriodLock },
  refusals: [],
  etag: true,
})
export const movePeriodLock = defineRoute({
  method: 'PUT',
  path: '/api/v1/period-lock',
  tag: 'Week sheets',
  summary: 'Close or reopen a period',
  description:
    'Nothing booked up to that day may come, go or change (R52). Moving a lock back needs a reason and stands in the audit log (R53).',
  access: { audience: 'staff', permission: 'period:lock' },
  body: z.strictObject({
    softLockedThrough: Day.nullable(),
    hardLockedThrough: Day.nullable(),
    reason: Reason.optional(),
  }),
  responses: { 200: PeriodLock },
  refusals: ['lock_refused'],
  ifMatch: 'required',
  etag: true,
})
