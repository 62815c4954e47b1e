import type { Attachment } from '@timedesk/contracts/attachments'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Actor, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refusedReference } from './lock-case.ts'

/** The message that files belong to from now on. */
type Claimant = {
  caseId: string
  customerId: string
  kind: 'reply' | 'note' | 'side'
  messageId: string
}

const messageColumns = {
  reply: Prisma.sql`reply_id`,
  note: Prisma.sql`note_id`,
  side: Prisma.sql`side_message_id`,
}

type Row = Omit<Attachment, 'uploadedAt'> & { uploadedAt: Date }

/**
 * Gives uploaded files to a message, once and for ever. Refuses with `attachment_claimed` a file of the actor that
 * belongs to a message already, and with `reference_refused` one that is not the actor's. `lentIds` are files of
 * colleagues in the shared draft that is sent.
 */
export async function claimAttachments(
  tx: Tx,
  { actor, now }: Context,
  attachmentIds: readonly string[],
  { caseId, customerId, kind, messageId }: Claimant,
  lentIds: readonly string[] = [],
): Promise<Attachment[]> {
  const ids = [...new Set(attachmentIds)]
  if (ids.length === 0) return []
  const uploaderKind = actor.kind === 'contact' ? 'contact' : 'employee'
  const message = messageColumns[kind]
  // The update is the lock: of two who claim the same file, the later finds it claimed.
  const rows = await tx.rows<Row>(Prisma.sql`UPDATE attachment
    SET customer_id = ${customerId}::uuid, case_id = ${caseId}::uuid, ${message} = ${messageId}::uuid, claimed_at = ${now}
    WHERE id = ANY(${ids}::uuid[]) AND claimed_at IS NULL
      AND ((uploader_kind = ${uploaderKind} AND uploader_id = ${actor.id}::uuid) OR id = ANY(${[...lentIds]}::uuid[]))
    RETURNING id, name, content_type AS "contentType", size_bytes AS "sizeBytes", uploaded_at AS "uploadedAt"`)
  if (rows.length < ids.length) throw await refusalFor(tx, actor, uploaderKind, ids)
  return rows
    .map((row) => ({ ...row, uploadedAt: row.uploadedAt.toISOString() }))
    .toSorted((one, other) => (one.uploadedAt + one.id < other.uploadedAt + other.id ? -1 : 1))
}

async function refusalFor(tx: Tx, actor: Actor, uploaderKind: string, ids: readonly string[]): Promise<Refusal> {
  const own = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM attachment
    WHERE id = ANY(${ids}::uuid[]) AND uploader_kind = ${uploaderKind} AND uploader_id = ${actor.id}::uuid`)
  return own.length === ids.length
    ? new Refusal('attachment_claimed')
    : refusedReference('/body/attachmentIds', 'A file does not exist or is not yours.')
}
