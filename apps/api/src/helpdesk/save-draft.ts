import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor, Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { NamedFile } from '../platform/storage/send-file.ts'
import type { AttachmentRow } from './present-attachment.ts'

/** Makes a stored file known as a draft of its uploader, until a message claims it. */
export async function saveDraft(
  tx: Tx,
  { actor, now, newId }: Pick<Context<StaffActor | ContactActor>, 'actor' | 'now' | 'newId'>,
  { name, contentType, sizeBytes, sha256, storageKey }: NamedFile,
): Promise<AttachmentRow> {
  const id = newId()
  const uploaderKind = actor.kind === 'contact' ? 'contact' : 'employee'
  await tx.rows(Prisma.sql`
    INSERT INTO attachment (id, name, content_type, size_bytes, sha256, storage_key, uploader_kind, uploader_id, uploaded_at)
    VALUES (${id}::uuid, ${name}, ${contentType}, ${sizeBytes}, ${sha256}, ${storageKey}, ${uploaderKind}, ${actor.id}::uuid, ${now})`)
  return { id, name, contentType, sizeBytes, uploadedAt: now }
}
