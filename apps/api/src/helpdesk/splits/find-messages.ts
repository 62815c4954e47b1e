import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { excerptSource, type ExcerptRow } from '../merges/excerpts.ts'

/** A message of a case as splitting it off wants it. */
export type SplitMessage = ExcerptRow & {
  authorKind: string
  /** A contact who may still be a case's. */
  contactId: string | null
  attachments: number
  /** Whether a copy of it stands in another case already. */
  isSplit: boolean
}

/** The messages of a case, and of those that were merged into it, with these ids; in the order in which they were said. */
export async function findMessages(reader: Reader, caseId: string, ids: readonly string[]): Promise<SplitMessage[]> {
  return reader.rows<SplitMessage>(Prisma.sql`SELECT m.*, coalesce(r.author_kind, 'employee') AS "authorKind",
      (SELECT k.id FROM contact k WHERE r.author_kind = 'contact' AND k.id = r.author_id AND k.is_active) AS "contactId",
      (SELECT count(*)::int FROM attachment a WHERE a.reply_id = m.id OR a.note_id = m.id) AS attachments,
      EXISTS (SELECT 1 FROM split_message s WHERE s.message_id = m.id) AS "isSplit"
    FROM (${excerptSource(caseId)}) m LEFT JOIN reply r ON m.kind = 'reply' AND r.id = m.id
    WHERE m.id = ANY(${[...ids]}::uuid[]) ORDER BY m.at, m.id`)
}
