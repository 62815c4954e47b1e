import { z } from 'zod'
import { Id } from './primitives.ts'
import { defineRoute } from './route.ts'

/** What staff are told of beside the events of the log: it passes, and nothing keeps it. */
export const PassingType = z
  .enum(['presence.changed', 'draft.changed', 'notices.changed', 'bulk.moved', 'views.changed'])
  .meta({ id: 'PassingType' })
export type PassingType = z.infer<typeof PassingType>

/** A message of the live stream: what changed, never what it says; the listener reads it through the API. */
export const LiveMessage = z
  .object({
    type: z.string().meta({
      description: 'The type of an event, or one of PassingType.',
      examples: ['reply.posted'],
    }),
    caseId: Id.nullable(),
    eventId: Id.nullable().meta({ description: 'The event in the log; null for what passes without one.' }),
    aboutId: Id.optional().meta({
      description: 'Of what passes: the bulk action that moved, or the device that wrote the draft.',
    }),
  })
  .meta({ id: 'LiveMessage' })
export type LiveMessage = z.infer<typeof LiveMessage>

const liveText =
  'Server-sent events: `data` is a LiveMessage. Scoped to what the listener may see at the moment of sending. A comment line every 20 seconds keeps the connection; after a gap, read again.'
export const streamLive = defineRoute({
  method: 'GET',
  path: '/api/v1/live',
  tag: 'Notices',
  summary: 'Listen to changes',
  description: liveText,
  access: { audience: 'staff', permission: 'case:read' },
  responses: { 200: null },
  produces: 'text/event-stream',
  refusals: [],
})
export const extranetStreamLive = defineRoute({
  ...streamLive,
  path: '/api/extranet/v1/live',
  tag: 'Extranet: notices',
  access: { audience: 'contact', permission: 'case:read' },
})
