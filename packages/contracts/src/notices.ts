import { z } from 'zod'
import { EventPayload } from './events.ts'
import { CaseReference, Id, Instant, QueryBoolean, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const Notice = z
  .object({
    id: Id,
    at: Instant,
    isRead: z.boolean().meta({ examples: [false] }),
    actorName: z.string().meta({ examples: ['Anna Berg'] }),
    event: EventPayload,
    case: CaseReference,
  })
  .meta({ id: 'Notice' })
export type Notice = z.infer<typeof Notice>
const noticePage = pageOf(Notice).extend({
  unread: z.int().meta({ description: 'How many are unread; stops at 100.', examples: [1] }),
})

export const listNotices = defineRoute({
  method: 'GET',
  path: '/api/v1/me/notices',
  tag: 'Notices',
  summary: 'List one’s notices',
  description: 'Newest first.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ ...pageQuery, unread: QueryBoolean.optional() }),
  responses: { 200: noticePage },
  refusals: ['invalid_cursor'],
})
export const readNotices = defineRoute({
  method: 'PUT',
  path: '/api/v1/me/notices/read-mark',
  tag: 'Notices',
  summary: 'Mark all notices as read',
  description: 'All of one’s own.',
  access: { audience: 'staff', permission: 'case:read' },
  responses: { 204: null },
  refusals: [],
})
export const extranetListNotices = defineRoute({
  ...listNotices,
  path: '/api/extranet/v1/me/notices',
  tag: 'Extranet: notices',
  access: { audience: 'contact', permission: 'dialogue:read' },
})
export const extranetReadNotices = defineRoute({
  ...readNotices,
  path: '/api/extranet/v1/me/notices/read-mark',
  tag: 'Extranet: notices',
  access: { audience: 'contact', permission: 'dialogue:read' },
})
