import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor, StaffActor } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { NamedFile } from '../platform/storage/send-file.ts'

const columns = Prisma.sql`name, content_type AS "contentType", size_bytes AS "sizeBytes", sha256, storage_key AS "storageKey"`

/** A file of any message or shared draft, or one that was uploaded by oneself. Refuses with `not_found` otherwise. */
export async function findFileOfStaff(reader: Reader, actor: StaffActor, id: string): Promise<NamedFile> {
  return only(
    await reader.rows<NamedFile>(Prisma.sql`
      SELECT ${columns} FROM attachment
       WHERE id = ${id}::uuid AND (claimed_at IS NOT NULL OR (uploader_kind = 'employee' AND uploader_id = ${actor.id}::uuid)
         OR EXISTS (SELECT 1 FROM message_draft d WHERE d.is_shared AND attachment.id = ANY(d.attachment_ids || d.picture_ids)))`),
  )
}

/**
 * A file that the asking contact may see: of a public message in a case that is theirs to see, or that goes on in one, or a draft of their own.
 * Refuses with `not_found` otherwise; the database gives nothing more under the contact's role.
 */
export async function findFileOfContact(tx: Tx, actor: ContactActor, id: string): Promise<NamedFile> {
  return only(
    await tx.rows<NamedFile>(Prisma.sql`
      SELECT ${columns} FROM attachment a
       WHERE id = ${id}::uuid AND note_id IS NULL AND side_message_id IS NULL
         AND ((claimed_at IS NULL AND uploader_kind = 'contact' AND uploader_id = ${actor.id}::uuid)
           OR EXISTS (SELECT 1 FROM support_case c WHERE c.id IN (a.case_id, case_survivor(a.case_id)) AND c.customer_id = ${actor.customerId}::uuid
                AND (${actor.seesAllCases} OR c.contact_id = ${actor.id}::uuid
                  OR EXISTS (SELECT 1 FROM case_participant p WHERE p.case_id = c.id AND p.contact_id = ${actor.id}::uuid))))`),
  )
}

function only(rows: NamedFile[]): NamedFile {
  const [file] = rows
  if (file === undefined) throw new Refusal('not_found')
  return file
}
