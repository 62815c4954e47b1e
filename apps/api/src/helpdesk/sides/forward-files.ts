import type { Attachment } from '@timedesk/contracts/attachments'
import { Prisma } from '@timedesk/prisma/client'
import { familyOf } from '../../platform/db/case-family.ts'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../lock-case.ts'
import { presentAttachment, type AttachmentRow } from '../present-attachment.ts'

type Target = { caseId: string; customerId: string; messageId: string }

/**
 * Lets files of a case's messages go along with a side message: each gets a row of its own on the same stored bytes.
 * Refuses with `reference_refused` a file that is of no message of the case.
 */
export async function forwardFiles(
  tx: Tx,
  { now, newId }: Context<StaffActor>,
  forwardedIds: readonly string[],
  { caseId, customerId, messageId }: Target,
): Promise<Attachment[]> {
  const ids = [...new Set(forwardedIds)]
  if (ids.length === 0) return []
  const copies = ids.map((id) => ({ id, copy_id: newId() }))
  const rows = await tx.rows<AttachmentRow>(Prisma.sql`
    INSERT INTO attachment (id, customer_id, case_id, side_message_id, name, content_type, size_bytes, sha256, storage_key, uploader_kind, uploader_id, uploaded_at, claimed_at)
    SELECT f.copy_id, ${customerId}::uuid, ${caseId}::uuid, ${messageId}::uuid, a.name, a.content_type, a.size_bytes, a.sha256, a.storage_key, a.uploader_kind, a.uploader_id, a.uploaded_at, ${now}
      FROM jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) AS f (id uuid, copy_id uuid) JOIN attachment a ON a.id = f.id
     WHERE a.case_id = ANY(${familyOf(caseId)}) AND a.claimed_at IS NOT NULL
    RETURNING id, name, content_type AS "contentType", size_bytes AS "sizeBytes", uploaded_at AS "uploadedAt"`)
  if (rows.length < ids.length)
    throw refusedReference('/body/forwardedIds', 'A file belongs to no message of the case.')
  return rows.map(presentAttachment)
}
