import { getAttachmentContent, uploadAttachment, type Attachment } from '@timedesk/contracts/attachments'
import type { MarkdownEditorProps } from '@timedesk/ui/markdown-editor'
import type { z } from 'zod'

import { client } from './client.ts'

/** Where a file is; inline for pictures that are shown. */
export function attachmentUrl(attachmentId: string, isInline = false): string {
  return client.urlOf(getAttachmentContent, {
    params: { attachmentId },
    ...(isInline && { query: { inline: 'true' } }),
  })
}

/** Where the pictures of a text are. */
export function pictureUrl(attachmentId: string): string {
  return attachmentUrl(attachmentId, true)
}

type Upload = NonNullable<MarkdownEditorProps['onUpload']>

/** Sends a file that a message will claim. */
export const uploadFile: Upload = async (file, { onProgress, signal }) => {
  const stored = await client.upload(uploadAttachment, { file, onProgress, signal })
  return { id: stored.id, name: stored.name, contentType: stored.contentType, url: pictureUrl(stored.id) }
}

/** The files of a message in the form that lists show; those that its text shows already are left out. */
export function listedFiles(attachments: readonly z.infer<typeof Attachment>[], body: string) {
  return attachments
    .filter(({ id }) => !body.includes(`attachment:${id}`))
    .map(({ id, name, contentType, sizeBytes }) => ({
      id,
      name,
      contentType,
      size: sizeBytes,
      url: attachmentUrl(id),
      thumbnailUrl: pictureUrl(id),
    }))
}
