import { z } from 'zod'
import { ClockKind } from './clock-kind.ts'
import { ActorKind } from './events.ts'
import { Case, caseParams } from './cases.ts'
import { StatusCategory } from './case-status.ts'
import { Id, Instant, Reason, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

export const ClockState = z.enum(['running', 'paused', 'stopped']).meta({ id: 'ClockState', examples: ['running'] })
export type ClockState = z.infer<typeof ClockState>

/** What made a clock run, stand still or stop: the case, a message of either side, or a change of status. */
export const SegmentCause = z
  .enum(['created', 'contact_reply', 'staff_reply', 'status'])
  .meta({ id: 'SegmentCause', examples: ['status'] })
export type SegmentCause = z.infer<typeof SegmentCause>

const minutes = z.int().meta({ description: 'Business minutes.', examples: [125] })

export const ClockOwner = z
  .object({
    id: Id.nullable(),
    name: z
      .string()
      .nullable()
      .meta({ examples: ['Mette Holm'] }),
    department: z.string().meta({ examples: ['Support'] }),
  })
  .meta({ id: 'ClockOwner', description: 'Who had the case then.' })

const because = {
  cause: SegmentCause,
  status: z
    .object({ name: z.string().meta({ examples: ['Waiting'] }), category: StatusCategory })
    .nullable()
    .meta({ description: 'The status that the case was moved to, where that was the cause.' }),
  reason: z.string().nullable().meta({ description: 'Why it was moved, where somebody said so.' }),
  actor: z.object({ kind: ActorKind, name: z.string().meta({ examples: ['Mette Holm'] }) }),
}

export const ClockSegment = z
  .object({
    state: z.enum(['running', 'paused']),
    from: Instant,
    to: Instant.nullable().meta({ description: 'Null while it lasts.' }),
    minutes: minutes.meta({ description: 'Business minutes of it, up to now while it lasts.' }),
    ...because,
  })
  .meta({ id: 'ClockSegment' })

const Mark = z.object({
  share: z.int().meta({ description: 'Percent of the target.', examples: [75] }),
  at: Instant,
  owner: ClockOwner,
})

export const CaseClock = z
  .object({
    clock: ClockKind,
    cycle: z.int().meta({ description: 'Which message of a contact waits for an answer; 1 for other clocks.' }),
    state: ClockState,
    result: z.enum(['met', 'missed']).nullable().meta({
      description: 'Null while that is open, and where nothing was promised or the case was cancelled.',
    }),
    startedAt: Instant,
    stoppedAt: Instant.nullable(),
    stoppedBy: z.object(because).nullable(),
    dueAt: Instant.nullable().meta({
      description: 'Null where nothing is promised, and while it stands still unless it is a deadline by hand or past.',
    }),
    isByHand: z.boolean().meta({ description: 'Due at the deadline that somebody set (R81).' }),
    target: minutes.nullable().meta({ description: 'What is promised.', examples: [240] }),
    used: minutes.meta({ description: 'Passed up to now, without pauses.' }),
    remaining: minutes.nullable().meta({ description: 'Left of the target; negative: past it.', examples: [115] }),
    share: z
      .int()
      .nullable()
      .meta({ description: 'Percent of the target that is used.', examples: [52] }),
    breach: z.object({ at: Instant, owner: ClockOwner }).nullable(),
    warnings: z.array(Mark),
    segments: z.array(ClockSegment),
  })
  .meta({ id: 'CaseClock' })
export type CaseClock = z.infer<typeof CaseClock>

const PolicyReason = z
  .enum(['agreement', 'customer', 'type', 'general', 'none'])
  .meta({ description: 'What the policy is for that the case is.', examples: ['agreement'] })

export const CaseClocks = z
  .object({
    policy: z
      .object({
        id: Id.nullable(),
        name: z
          .string()
          .nullable()
          .meta({ examples: ['Gold'] }),
        version: z.int().nullable(),
        why: PolicyReason,
        calendar: z
          .string()
          .nullable()
          .meta({ description: 'Null: around the clock.', examples: ['Weekdays 8–16'] }),
        priority: z.string().meta({ examples: ['High'] }),
        keepsDue: z.boolean().meta({ description: 'What was promised before was kept on purpose (R77).' }),
        appliedAt: Instant,
        isShownToCustomers: z.boolean(),
      })
      .nullable()
      .meta({ description: 'The one that counts; null: none was ever applied.' }),
    others: z
      .array(
        z.object({
          id: Id,
          name: z.string().meta({ examples: ['Standard'] }),
          lostBy: z
            .enum(['inactive', 'agreement', 'customer', 'type', 'priority', 'less_specific', 'position'])
            .nullable(),
        }),
      )
      .meta({
        description:
          'Policies as they are today, and what keeps each from counting for the case; null: it would count.',
      }),
    deadline: z
      .object({ at: Instant, reason: z.string(), setBy: z.string().meta({ examples: ['Mette Holm'] }), setAt: Instant })
      .nullable()
      .meta({ description: 'Set by hand (R81).' }),
    clocks: z.array(CaseClock).meta({ description: 'First response, next responses in order, resolution.' }),
  })
  .meta({ id: 'CaseClocks' })
export type CaseClocks = z.infer<typeof CaseClocks>

export const getCaseClocks = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/clocks',
  tag: 'Service levels',
  summary: 'Read the clocks of a case',
  description:
    'Every stretch in which a clock ran or stood still, with what caused it and who did it: worked out from the case’s log (R75).',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: CaseClocks },
  refusals: ['not_found'],
})

export const setCaseDeadline = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/deadline',
  tag: 'Service levels',
  summary: 'Set the deadline of a case by hand',
  description:
    'Counts instead of what the policy says about its resolution (R81); null gives it back to the policy. It has to be to come. The reason is in the case’s log.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({ at: Instant.nullable(), reason: Reason }),
  responses: { 200: Case },
  refusals: ['not_found', 'case_closed', 'field_refused'],
  ifMatch: 'optional',
  etag: true,
})

/** A clock in the customer’s words: what we promised, and what we waited for. */
export const ExtranetClock = z
  .object({
    clock: ClockKind,
    cycle: z.int().meta({ examples: [1] }),
    state: ClockState,
    startedAt: Instant,
    stoppedAt: Instant.nullable(),
    dueAt: Instant.nullable().meta({ description: 'Null while it stands still, and where nothing is promised.' }),
    isByHand: z.boolean().meta({ description: 'A deadline that was agreed on.' }),
    target: minutes.nullable(),
    isKept: z
      .boolean()
      .nullable()
      .meta({ description: 'Whether the promise was kept; null while that is open.', examples: [true] }),
    segments: z.array(
      z.object({
        state: z.enum(['running', 'paused']),
        from: Instant,
        to: Instant.nullable(),
        because: z.enum(['created', 'you_wrote', 'we_work', 'waits_for_you', 'waits_for_partner', 'waits', 'solved']),
        by: z.enum(['you', 'us', 'nobody']),
      }),
    ),
  })
  .meta({ id: 'ExtranetClock' })
export type ExtranetClock = z.infer<typeof ExtranetClock>

export const ExtranetClocks = z
  .object({
    promise: z
      .object({
        name: z.string().meta({ examples: ['Gold'] }),
        calendar: z
          .string()
          .nullable()
          .meta({ description: 'Null: around the clock.', examples: ['Weekdays 8–16'] }),
      })
      .nullable()
      .meta({ description: 'Null: nothing is promised, or it is not shown.' }),
    clocks: z.array(ExtranetClock),
  })
  .meta({ id: 'ExtranetClocks' })
export type ExtranetClocks = z.infer<typeof ExtranetClocks>

export const extranetGetCaseClocks = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/cases/:caseId/clocks',
  tag: 'Extranet: cases',
  summary: 'Read what is promised for a case',
  description: 'Where the company shows it: each promise, how it stands, and every stretch in which it stood still.',
  access: { audience: 'contact', permission: 'case:read' },
  params: idParams('caseId'),
  responses: { 200: ExtranetClocks },
  refusals: ['not_found'],
})
