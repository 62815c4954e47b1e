import { z } from 'zod'
import { Id, Instant, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

export const Attachment = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['error.png'] }),
    contentType: z.string().meta({ description: 'Told by the content, not by the name.', examples: ['image/png'] }),
    sizeBytes: z.int().meta({ examples: [48213] }),
    uploadedAt: Instant,
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>

const uploadText =
  'One part named `file`. The file is stored and hashed before the answer; it belongs to the uploader alone until a message claims it, and is swept after a day without one.'
const contentText =
  'The bytes, never sniffed by browsers. Images that browsers show safely come inline when `inline=true`; everything else is a download.'
export const FilePart = z.strictObject({ file: z.string().meta({ format: 'binary', description: 'The file.' }) })
const contentQuery = z.strictObject({
  inline: z
    .enum(['true', 'false'])
    .optional()
    .meta({ examples: ['true'] }),
})

export const uploadAttachment = defineRoute({
  method: 'POST',
  path: '/api/v1/attachments',
  tag: 'Cases',
  summary: 'Upload a file',
  description: uploadText,
  access: { audience: 'staff', permission: 'case:write' },
  body: FilePart,
  multipart: true,
  responses: { 201: Attachment },
  refusals: ['file_refused', 'body_too_large', 'storage_full'],
  budget: 'upload',
})
export const getAttachmentContent = defineRoute({
  method: 'GET',
  path: '/api/v1/attachments/:attachmentId/content',
  tag: 'Cases',
  summary: 'Download a file',
  description: contentText,
  access: { audience: 'staff', permission: 'case:read' },
  params: idParams('attachmentId'),
  query: contentQuery,
  responses: { 200: null },
  produces: 'application/octet-stream',
  refusals: ['not_found'],
})
export const extranetUploadAttachment = defineRoute({
  ...uploadAttachment,
  path: '/api/extranet/v1/attachments',
  tag: 'Extranet: cases',
  access: { audience: 'contact', permission: 'case:write' },
})
export const extranetGetAttachmentContent = defineRoute({
  ...getAttachmentContent,
  path: '/api/extranet/v1/attachments/:attachmentId/content',
  tag: 'Extranet: cases',
  access: { audience: 'contact', permission: 'dialogue:read' },
})
