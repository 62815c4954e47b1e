import { z } from 'zod'
import { Attachment, FilePart } from './attachments.ts'
import { moveFields, moveRefusals } from './case-moves.ts'
import { AttachmentIds, MessageBody, Subject, caseParams } from './cases.ts'
import { ATTACHMENTS_PER_MESSAGE_MAX, SIDE_ADDRESSES_MAX } from './limits.ts'
import { Email, Id, Instant, OptionalLine, Reference, idParams, pageOf, pageQuery, searchQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

/** Somebody by their mail address, and by name where one is known. */
export const SideAddress = z
  .strictObject({
    address: Email.meta({ examples: ['support@printworks.example'] }),
    name: OptionalLine.default('').meta({ examples: ['Printworks Support'] }),
  })
  .meta({ id: 'SideAddress' })
export type SideAddress = z.infer<typeof SideAddress>

export const SideMessage = z
  .object({
    id: Id,
    direction: z.enum(['out', 'in']).meta({ description: '`out`: written by staff.' }),
    author: z.object({
      id: Id.nullable().meta({ description: 'Of staff.' }),
      name: z.string().meta({ examples: ['Printworks Support'] }),
      address: z.string().meta({ description: 'Empty for staff.', examples: ['support@printworks.example'] }),
    }),
    isFromStranger: z.boolean().meta({
      description:
        'It came from an address that the conversation is not with, such as of a colleague it was passed to.',
    }),
    isAutomatic: z.boolean().meta({ description: 'Written by a machine: out of office, receipt or bounce.' }),
    body: z.string().meta({ examples: ['The spare part ships tomorrow.'] }),
    quoted: z.string().meta({ description: 'What an answer quotes of earlier mails.', examples: [''] }),
    at: Instant,
    delivery: z
      .object({
        state: z.enum(['waiting', 'sent', 'failed', 'not_configured']),
        lastError: z
          .string()
          .nullable()
          .meta({ examples: [null] }),
      })
      .nullable()
      .meta({ description: 'How the mail fares that carries it; null for one that came in.' }),
    attachments: z.array(Attachment),
  })
  .meta({ id: 'SideMessage' })
export type SideMessage = z.infer<typeof SideMessage>

export const SideConversation = z
  .object({
    id: Id,
    caseId: Id,
    subject: z.string().meta({ examples: ['Spare part for printer 4711'] }),
    participants: z.array(SideAddress).meta({ description: 'Whom our mails go to.' }),
    startedBy: Reference,
    startedAt: Instant,
    messageCount: z.int().meta({ examples: [2] }),
    last: z
      .object({ direction: z.enum(['out', 'in']), authorName: z.string(), excerpt: z.string(), at: Instant })
      .meta({ description: 'The newest message; the ball is with whom it went to.' }),
    replyAddress: z.string().meta({ description: 'Where answers go.', examples: ['help+s-9f2a0d@fjordbyte.example'] }),
    closedAt: Instant.nullable(),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'SideConversation' })
export type SideConversation = z.infer<typeof SideConversation>

const Participants = z
  .array(SideAddress)
  .min(1)
  .max(SIDE_ADDRESSES_MAX)
  .refine((all) => new Set(all.map(({ address }) => address)).size === all.length, 'Name each address once.')

const messageFields = {
  body: MessageBody.meta({ description: 'Plain text; it goes out as it stands.', examples: ['When can you ship it?'] }),
  attachmentIds: AttachmentIds,
  forwardedIds: z
    .array(Id)
    .max(ATTACHMENTS_PER_MESSAGE_MAX)
    .default([])
    .meta({ description: 'Files of messages of the case that go along.', examples: [[]] }),
  statusId: Id.optional().meta({ description: 'Where the case moves in the same go, such as to wait for them.' }),
  ...moveFields,
}
const messageRefusals = [
  'not_found',
  'case_merged',
  'reference_refused',
  'field_refused',
  'attachment_claimed',
  ...moveRefusals,
] as const

const conversationParams = idParams('conversationId')

export const listSideConversations = defineRoute({
  method: 'GET',
  path: '/api/v1/cases/:caseId/side-conversations',
  tag: 'Side conversations',
  summary: 'List the side conversations of a case',
  description:
    'Talks by mail with third parties, those of merged cases included; the one with the newest message first. The customer sees nothing of them.',
  access: { audience: 'staff', permission: 'case:read' },
  params: caseParams,
  responses: { 200: z.object({ data: z.array(SideConversation) }) },
  refusals: ['not_found'],
})

export const getSideConversation = defineRoute({
  method: 'GET',
  path: '/api/v1/side-conversations/:conversationId',
  tag: 'Side conversations',
  summary: 'Read a side conversation',
  description: 'Its head; `listSideMessages` has what was said.',
  access: { audience: 'staff', permission: 'case:read' },
  params: conversationParams,
  responses: { 200: SideConversation },
  refusals: ['not_found'],
  etag: true,
})

export const listSideMessages = defineRoute({
  method: 'GET',
  path: '/api/v1/side-conversations/:conversationId/messages',
  tag: 'Side conversations',
  summary: 'Read what was said in a side conversation',
  description: 'Newest first.',
  access: { audience: 'staff', permission: 'case:read' },
  params: conversationParams,
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(SideMessage) },
  refusals: ['not_found', 'invalid_cursor'],
})

export const startSideConversation = defineRoute({
  method: 'POST',
  path: '/api/v1/cases/:caseId/side-conversations',
  tag: 'Side conversations',
  summary: 'Ask somebody outside',
  description:
    'Sends a mail about the case to people who are neither staff nor the customer. Their answers come into the conversation. May move the case in the same go: all of it happens, or nothing.',
  access: { audience: 'staff', permission: 'case:write' },
  params: caseParams,
  body: z.strictObject({
    to: Participants,
    subject: Subject,
    ...messageFields,
  }),
  responses: { 201: SideConversation },
  refusals: messageRefusals,
})

export const sendSideMessage = defineRoute({
  method: 'POST',
  path: '/api/v1/side-conversations/:conversationId/messages',
  tag: 'Side conversations',
  summary: 'Write on in a side conversation',
  description: 'To all of its participants, as an answer to its newest message. A closed conversation opens again.',
  access: { audience: 'staff', permission: 'case:write' },
  params: conversationParams,
  body: z.strictObject(messageFields),
  responses: { 201: SideMessage },
  refusals: messageRefusals,
})

export const updateSideConversation = defineRoute({
  method: 'PATCH',
  path: '/api/v1/side-conversations/:conversationId',
  tag: 'Side conversations',
  summary: 'Change a side conversation',
  description: 'Closes it or opens it again, and says whom the next mails go to.',
  access: { audience: 'staff', permission: 'case:write' },
  params: conversationParams,
  body: z.strictObject({ isClosed: z.boolean(), participants: Participants }).partial(),
  responses: { 200: SideConversation },
  refusals: ['not_found', 'case_merged', 'field_refused'],
  etag: true,
  ifMatch: 'required',
})

export const listSideAddresses = defineRoute({
  method: 'GET',
  path: '/api/v1/side-addresses',
  tag: 'Side conversations',
  summary: 'Suggest third parties',
  description: 'Whom side conversations were with, by part of the address or name; the latest first.',
  access: { audience: 'staff', permission: 'case:write' },
  query: z.strictObject(searchQuery),
  responses: { 200: z.object({ data: z.array(SideAddress) }) },
  refusals: [],
})

export const receiveMail = defineRoute({
  method: 'POST',
  path: '/api/v1/inbound-mails',
  tag: 'Side conversations',
  summary: 'Hand in a mail',
  description:
    'One part named `file`: a whole mail as it came (RFC 5322), such as a mail server pipes it. It goes to the side conversation whose reply address it was sent to, else to the one whose mail it answers (`In-Reply-To`, `References`). The same mail handed in again makes no second message.',
  access: { audience: 'staff', permission: 'mail:receive' },
  body: FilePart,
  multipart: true,
  responses: {
    200: z.object({
      outcome: z
        .enum(['received', 'known'])
        .meta({ description: '`known`: it was handed in before, or is one of our own.' }),
      conversationId: Id,
      messageId: Id.meta({ description: 'The message of the conversation.' }),
    }),
  },
  refusals: ['mail_refused', 'file_refused', 'body_too_large', 'storage_full'],
  budget: 'upload',
})
