import type { CaseMoments } from '@timedesk/domain/automation/occurrence'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** What time rules count from on a case, and what the status came of. */
export type FoundMoments = CaseMoments & { caseId: string; statusRequestId: string | null }

/** What time rules count from on these cases; those that do not exist are missing. */
export async function findMoments(reader: Reader, caseIds: readonly string[]): Promise<FoundMoments[]> {
  if (caseIds.length === 0) return []
  return reader.rows<FoundMoments>(Prisma.sql`
    SELECT c.id AS "caseId", c.category, c.created_at AS "createdAt", coalesce(m.at, c.created_at) AS "statusSince",
           m.request_id AS "statusRequestId", c.last_contact_reply_at AS "lastContactReplyAt",
           c.last_staff_reply_at AS "lastStaffReplyAt", c.due_at AS "dueAt"
      FROM support_case c LEFT JOIN LATERAL (
        SELECT e.at, e.request_id FROM event e WHERE e.case_id = c.id AND e.type = 'case.status_changed'
         ORDER BY e.at DESC, e.sequence DESC LIMIT 1) m ON true
     WHERE c.id = ANY(${caseIds}::uuid[])`)
}
