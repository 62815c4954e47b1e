import { z } from 'zod'
import { Id, Instant, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

const caseParams = idParams('caseId')

export const FollowCause = z
  .enum(['by_hand', 'mention', 'merge', 'bulk'])
  .meta({ id: 'FollowCause', description: 'What made them follow it.', examples: ['by_hand'] })
export type FollowCause = z.infer<typeof FollowCause>

export const Follower = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Mette Holm'] }),
    initials: z.string().meta({ examples: ['MH'] }),
    since: Instant,
    cause: FollowCause,
  })
  .meta({ id: 'Follower' })
export type Follower = z.infer<typeof Follower>

export const CaseAttention = z
  .object({
    followers: z.array(Follower).meta({ description: 'Of the staff, by name; at most 200.' }),
    isFollowing: z.boolean().meta({ description: 'Whether the caller follows it.', examples: [true] }),
    isMuted: z.boolean().meta({
      description: 'The caller has unfollowed it by hand, so that nothing makes them follow it by itself.',
      examples: [false],
    }),
    snoozedUntil: Instant.nullable().meta({ description: 'Snoozed by the caller until then; null: not snoozed.' }),
  })
  .meta({ id: 'CaseAttention' })
export type CaseAttention = z.infer<typeof CaseAttention>

export const SnoozeChoice = z
  .object({
    kind: z.enum(['later_today', 'tomorrow', 'next_week']).meta({ examples: ['tomorrow'] }),
    until: Instant,
  })
  .meta({ id: 'SnoozeChoice' })
export type SnoozeChoice = z.infer<typeof SnoozeChoice>

export const getCaseAttention = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/attention',
  tag: 'Cases',
  summary: 'Read who follows a case',
  description: 'Its followers, and whether the caller follows it or has snoozed it.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: CaseAttention },
  refusals: ['not_found'],
})

export const followCase = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/following',
  tag: 'Cases',
  summary: 'Follow a case',
  description: 'The caller hears of it as their notice settings say of cases they follow.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: CaseAttention },
  refusals: ['not_found', 'case_merged'],
})

export const unfollowCase = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/following',
  tag: 'Cases',
  summary: 'Unfollow a case',
  description: 'Holds until the caller follows it again by hand: no mention and no merge undoes it.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: CaseAttention },
  refusals: ['not_found'],
})

export const snoozeCase = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/snooze',
  tag: 'Cases',
  summary: 'Snooze a case until a moment',
  description:
    'For the caller alone: it leaves their work lists until then, or until the contact answers or the case is given to them. A notice tells that it is back, and why.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  body: z.strictObject({ until: Instant }),
  responses: { 200: CaseAttention },
  refusals: ['not_found', 'case_merged', 'field_refused'],
})

export const wakeCase = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/snooze',
  tag: 'Cases',
  summary: 'Take a snoozed case back',
  description: 'Nothing happens where the caller has not snoozed it.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: CaseAttention },
  refusals: ['not_found'],
})

export const listSnoozeChoices = defineRoute({
  method: 'GET',
  path: '/api/v1/me/snooze-choices',
  tag: 'Cases',
  summary: 'List until when one may snooze a case',
  description:
    'Moments of the caller’s own work: by the company’s opening hours, without days on which the caller does not work or is away.',
  access: { audience: 'staff', permission: 'case:read' },
  responses: { 200: z.object({ data: z.array(SnoozeChoice) }) },
  refusals: [],
})
