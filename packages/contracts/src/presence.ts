import { z } from 'zod'
import { caseParams } from './cases.ts'
import { Id, Instant, Reference, queryList } from './primitives.ts'
import { defineRoute } from './route.ts'

export const PresenceState = z
  .enum(['viewing', 'replying', 'noting'])
  .meta({ id: 'PresenceState', description: 'Looking at it, or writing a reply or a note.', examples: ['replying'] })
export type PresenceState = z.infer<typeof PresenceState>

export const Presence = z
  .object({
    employee: Reference,
    state: PresenceState.meta({ description: 'The most that the person does in any window.' }),
    until: Instant.meta({ description: 'When it is forgotten unless the person is still there.' }),
  })
  .meta({ id: 'Presence' })
export type Presence = z.infer<typeof Presence>

const people = z.array(Presence).meta({ description: 'Who writes first, then by name; the caller too.' })

export const getCasePresence = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/presence',
  tag: 'Drafts',
  summary: 'Read who is at a case',
  description:
    'Who has the case before them just now, and who writes. `presence.changed` on the live stream tells when it changes.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: z.object({ data: people }) },
  refusals: ['not_found'],
})

export const announcePresence = defineRoute({
  method: 'PUT',
  path: '/api/v1/cases/:caseId/presence',
  tag: 'Drafts',
  summary: 'Say that one is at a case',
  description: 'Holds for 45 seconds; say it again in time. Each window speaks for itself by an id that it made up.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  body: z.strictObject({ windowId: Id, state: PresenceState }),
  responses: { 200: z.object({ data: people }) },
  refusals: ['not_found'],
})

export const leaveCase = defineRoute({
  method: 'DELETE',
  path: '/api/v1/cases/:caseId/presence',
  tag: 'Drafts',
  summary: 'Say that one has left a case',
  description: 'Of one window; what was not there is no matter.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  query: z.strictObject({ windowId: Id }),
  responses: { 204: null },
  refusals: [],
})

export const listCasePresences = defineRoute({
  method: 'GET',
  path: '/api/v1/case-presences',
  tag: 'Drafts',
  summary: 'Read who is at several cases',
  description: 'For a work list. Cases at which nobody is are left out.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ caseIds: queryList(Id) }),
  responses: { 200: z.object({ data: z.array(z.object({ caseId: Id, people })) }) },
  refusals: [],
})
