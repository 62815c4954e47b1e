import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

/** A file of a message, and the id that it has in the copy of it. */
export type CopiedFile = { id: string; messageId: string; copyId: string }

/** The files of messages that are to be copied, in the order in which they are shown. */
export async function findCopiedFiles(
  tx: Tx,
  newId: () => string,
  messages: readonly { id: string }[],
): Promise<CopiedFile[]> {
  const ids = messages.map(({ id }) => id)
  const rows = await tx.rows<
    Omit<CopiedFile, 'copyId'>
  >(Prisma.sql`SELECT id, coalesce(reply_id, note_id) AS "messageId" FROM attachment
    WHERE reply_id = ANY(${ids}::uuid[]) OR note_id = ANY(${ids}::uuid[]) ORDER BY uploaded_at, id`)
  return rows.map((row) => ({ ...row, copyId: newId() }))
}
