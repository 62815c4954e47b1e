import type { Attachment } from '@timedesk/contracts/attachments'

export type AttachmentRow = { id: string; name: string; contentType: string; sizeBytes: number; uploadedAt: Date }

export function presentAttachment({ id, name, contentType, sizeBytes, uploadedAt }: AttachmentRow): Attachment {
  return { id, name, contentType, sizeBytes, uploadedAt: uploadedAt.toISOString() }
}
