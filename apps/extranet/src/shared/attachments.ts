import type { Attachment as WireAttachment } from '@timedesk/contracts/attachments'
import { extranetGetAttachmentContent, extranetUploadAttachment } from '@timedesk/contracts/attachments'
import type { Attachment } from '@timedesk/ui/attachment'
import type { MarkdownEditorProps } from '@timedesk/ui/markdown-editor'
import { z } from 'zod'
import { client } from './client.ts'

const IMAGE_REFERENCE = /attachment:([0-9a-f-]{36})/gu

/** A file that has arrived and waits for the message that claims it. */
export const UploadedFile = z.object({ id: z.string(), name: z.string(), size: z.number() })
export type UploadedFile = z.infer<typeof UploadedFile>

/** Where a picture is shown from. */
export function pictureUrl(attachmentId: string): string {
  return client.urlOf(extranetGetAttachmentContent, { params: { attachmentId }, query: { inline: 'true' } })
}

/** The same attachment as the shared components know it. */
export function shownAttachment({ id, name, contentType, sizeBytes }: WireAttachment): Attachment {
  const url = client.urlOf(extranetGetAttachmentContent, { params: { attachmentId: id } })
  return { id, name, contentType, size: sizeBytes, url, thumbnailUrl: pictureUrl(id) }
}

/** The ids of the pictures that stand in a text, each once. */
export function picturesIn(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(IMAGE_REFERENCE)].map((match) => match[1] ?? ''))]
}

/** Everything that a message claims: the pictures in its text and the files beside it. */
export function claimedBy(markdown: string, files: readonly { id: string }[]): string[] {
  return [...new Set([...picturesIn(markdown), ...files.map(({ id }) => id)])]
}

/** Sends a file that was pasted, dropped or chosen. Throws what the client throws. */
export const uploadFile: NonNullable<MarkdownEditorProps['onUpload']> = async (file, { onProgress, signal }) => {
  const uploaded = await client.upload(extranetUploadAttachment, { file, name: file.name, onProgress, signal })
  return { id: uploaded.id, url: pictureUrl(uploaded.id), name: uploaded.name, contentType: uploaded.contentType }
}
