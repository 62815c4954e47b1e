import type { CaseStatus } from '@timedesk/contracts/case-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** All case statuses, in the order of the workflow. */
export async function findCaseStatuses(reader: Reader): Promise<CaseStatus[]> {
  return reader.rows<CaseStatus>(
    Prisma.sql`SELECT id, name, category, position FROM case_status ORDER BY position, name, id`,
  )
}
