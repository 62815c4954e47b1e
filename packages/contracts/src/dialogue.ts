import { z } from 'zod'
import { Attachment } from './attachments.ts'
import { familyItem, splitItem } from './case-family.ts'
import { moveFields, moveRefusals } from './case-moves.ts'
import { EventPayload } from './events.ts'
import { Id, Instant, pageOf, pageQuery, queryList } from './primitives.ts'
import { defineRoute } from './route.ts'
import { TimeDraft, TimeEntry } from './time.ts'
import { AttachmentIds, MessageBody, caseParams } from './cases.ts'

export const Author = z
  .object({
    kind: z.enum(['employee', 'contact', 'token', 'system', 'import']),
    id: Id.nullable(),
    name: z.string().meta({ examples: ['Anna Berg'] }),
  })
  .meta({ id: 'Author' })

const message = {
  id: Id,
  at: Instant,
  author: Author,
  body: z.string().meta({ examples: ['Since this morning printing stops.'] }),
  attachments: z.array(Attachment),
  ...splitItem,
}

export const ReplyItem = z
  .object({ kind: z.literal('reply'), ...message, isDescription: z.boolean() })
  .meta({ id: 'ReplyItem' })

export const NoteItem = z.object({ kind: z.literal('note'), ...message }).meta({ id: 'NoteItem' })

export const TimeItem = z
  .object({
    kind: z.literal('time'),
    id: Id,
    at: Instant,
    entry: TimeEntry,
    messageId: Id.nullable().meta({ description: 'The reply or note it was registered with.' }),
    ...familyItem,
  })
  .meta({ id: 'TimeItem' })

export const EventItem = z
  .object({ kind: z.literal('event'), id: Id, at: Instant, author: Author, event: EventPayload, ...familyItem })
  .meta({ id: 'EventItem' })

export const TimelineItem = z
  .discriminatedUnion('kind', [ReplyItem, NoteItem, TimeItem, EventItem])
  .meta({ id: 'TimelineItem' })

export type TimelineItem = z.infer<typeof TimelineItem>

export const Lane = z.enum(['dialogue', 'internal', 'time', 'changes'])

export type Lane = z.infer<typeof Lane>

export const listTimeline = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/timeline',
  tag: 'Cases',
  summary: 'Read the case log',
  description:
    'Dialogue, notes, time and every change in one order of time; `lanes` filters. With `from` it begins with that item, to either side by `order`; nothing comes for an item that is not of the case or not in the lanes.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  query: z.strictObject({
    ...pageQuery,
    lanes: queryList(Lane)
      .optional()
      .meta({ examples: ['dialogue,internal'] }),
    order: z.enum(['asc', 'desc']).default('asc'),
    from: Id.optional().meta({ description: 'The item to begin with, which comes first.' }),
  }),
  responses: { 200: pageOf(TimelineItem) },
  refusals: ['not_found', 'invalid_cursor'],
})

export const TimelineCounts = z
  .object({
    dialogue: z.int().meta({ examples: [4] }),
    internal: z.int().meta({ examples: [1] }),
    time: z
      .int()
      .nullable()
      .meta({ description: 'Null for those who may not read time.', examples: [2] }),
    changes: z.int().meta({ examples: [9] }),
    attachments: z.int().meta({ description: 'Files of its messages.', examples: [3] }),
  })
  .meta({ id: 'TimelineCounts' })

export type TimelineCounts = z.infer<typeof TimelineCounts>

export const getTimelineCounts = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/timeline-counts',
  tag: 'Cases',
  summary: 'Count the case log',
  description: 'How many items each lane of the log holds.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: TimelineCounts },
  refusals: ['not_found'],
})

/** How a message that is sent goes with what was written and read before it. */
const writingFields = {
  seenMessageId: Id.optional().meta({
    description:
      'The newest reply or note that the writer has seen. When somebody else wrote after it, the message is refused with `newer_messages`.',
  }),
  draft: z
    .strictObject({ id: Id, version: z.int().min(1) })
    .optional()
    .meta({
      description: 'The draft that is sent: it is gone once the message is there, and must be as it was read.',
    }),
}
const writingRefusals = ['newer_messages', 'draft_gone', 'draft_scheduled', 'stale_version'] as const

export const postReply = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/replies',
  tag: 'Cases',
  summary: 'Reply to the customer',
  description: 'Public. May move the case and register time in the same go: all of it happens, or nothing.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    body: MessageBody,
    attachmentIds: AttachmentIds,
    statusId: Id.optional(),
    ...moveFields,
    time: TimeDraft.optional(),
    ...writingFields,
  }),
  responses: { 201: ReplyItem },
  refusals: [
    'not_found',
    'case_closed',
    'reference_refused',
    'field_refused',
    'attachment_claimed',
    ...writingRefusals,
    ...moveRefusals,
  ],
})

export const writeNote = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/notes',
  tag: 'Cases',
  summary: 'Write an internal note',
  description:
    'Staff only; customers never see it. May move the case and register time in the same go. `[@Name](mention:employee/ID)` calls a person, who follows from then on and is told; `mention:department/ID` tells the people of a department and of all below it.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    body: MessageBody,
    attachmentIds: AttachmentIds,
    statusId: Id.optional(),
    ...moveFields,
    time: TimeDraft.optional(),
    ...writingFields,
  }),
  responses: { 201: NoteItem },
  refusals: [
    'not_found',
    'reference_refused',
    'field_refused',
    'attachment_claimed',
    ...writingRefusals,
    ...moveRefusals,
  ],
})
