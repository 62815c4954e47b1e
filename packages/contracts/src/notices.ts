import { z } from 'zod'
import { EventPayload } from './events.ts'
import { NoticeLevel, NoticeReason } from './notice-reasons.ts'
import { CaseReference, Id, Instant, QueryBoolean, idParams, pageOf, pageQuery } from './primitives.ts'
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
const unread = z.int().meta({ description: 'How many are unread; stops at 100.', examples: [1] })

export const StaffNotice = Notice.extend({
  reason: NoticeReason.nullable().meta({
    description: 'Why one is told; null for what was told before reasons were kept.',
  }),
  level: NoticeLevel,
}).meta({ id: 'StaffNotice' })
export type StaffNotice = z.infer<typeof StaffNotice>

/** All that one was told of a case, as one entry. */
export const NoticeEntry = z
  .object({
    case: CaseReference,
    latest: StaffNotice,
    level: NoticeLevel.meta({ description: 'The highest of what is unread; of what is read, that of the latest.' }),
    isRead: z.boolean().meta({ description: 'Nothing of it is unread.', examples: [false] }),
    unread,
    count: z.int().meta({ description: 'How many notices there are of the case; stops at 100.', examples: [3] }),
  })
  .meta({ id: 'NoticeEntry' })
export type NoticeEntry = z.infer<typeof NoticeEntry>

const levelCount = z.int().meta({ examples: [1] })
export const UnreadEntries = z.object({ high: levelCount, normal: levelCount, low: levelCount }).meta({
  id: 'UnreadEntries',
  description: 'How many cases have something unread, by its highest level; all stop at 100.',
})
export type UnreadEntries = z.infer<typeof UnreadEntries>

export const listNotices = defineRoute({
  method: 'GET',
  path: '/api/v1/me/notices',
  tag: 'Notices',
  summary: 'List one’s notices',
  description: 'Newest first.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ ...pageQuery, unread: QueryBoolean.optional() }),
  responses: { 200: pageOf(StaffNotice).extend({ unread }) },
  refusals: ['invalid_cursor'],
})
export const listNoticeEntries = defineRoute({
  method: 'GET',
  path: '/api/v1/me/notice-entries',
  tag: 'Notices',
  summary: 'List one’s notices by case',
  description: 'One entry for each case, with the latest notice of it; the case of the latest comes first.',
  access: { audience: 'staff', permission: 'case:read' },
  query: z.strictObject({ ...pageQuery, unread: QueryBoolean.optional() }),
  responses: { 200: pageOf(NoticeEntry).extend({ unread: UnreadEntries }) },
  refusals: ['invalid_cursor'],
})
export const readNoticeEntry = defineRoute({
  method: 'PUT',
  path: '/api/v1/me/notice-entries/:caseId/read-mark',
  tag: 'Notices',
  summary: 'Mark the notices of a case as read',
  description: 'One’s own of that case; the case itself stays as unseen as it is.',
  access: { audience: 'staff', permission: 'case:read' },
  params: idParams('caseId'),
  responses: { 204: null },
  refusals: ['not_found'],
})
export const unreadNoticeEntry = defineRoute({
  method: 'DELETE',
  path: '/api/v1/me/notice-entries/:caseId/read-mark',
  tag: 'Notices',
  summary: 'Mark the latest notice of a case as unread',
  description: 'So that its entry comes up again among what is unread.',
  access: { audience: 'staff', permission: 'case:read' },
  params: idParams('caseId'),
  responses: { 204: null },
  refusals: ['not_found'],
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
  responses: { 200: pageOf(Notice).extend({ unread }) },
})
export const extranetReadNotices = defineRoute({
  ...readNotices,
  path: '/api/extranet/v1/me/notices/read-mark',
  tag: 'Extranet: notices',
  access: { audience: 'contact', permission: 'dialogue:read' },
})
