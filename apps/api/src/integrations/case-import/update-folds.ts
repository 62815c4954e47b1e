import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import type { CaseRow } from '../case-row.ts'

/** Lets stored cases follow what the source says now. Number, customer and subject stay as they arrived. */
export async function updateFolds(tx: Tx, rows: readonly CaseRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.rows(Prisma.sql`UPDATE support_case c SET version = c.version + 1, type_id = g."typeId", priority_id = g."priorityId",
      status_id = g."statusId", category = g.category, department_id = g."departmentId", responsible_id = g."responsibleId",
      external_reference = g."externalReference", product = g.product, service_level = g."serviceLevel", tags = g.tags,
      created_at = g."createdAt", created_by_name = g."createdByName", last_activity_at = g."lastActivityAt",
      last_staff_reply_at = g."lastStaffReplyAt", last_contact_reply_at = g."lastContactReplyAt",
      last_reply_snippet = g."lastReplySnippet", first_replied_at = g."firstRepliedAt", solved_at = g."solvedAt",
      closed_at = g."closedAt", reopened_count = g."reopenedCount"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS g (id uuid, "typeId" uuid, "priorityId" uuid, "statusId" uuid,
      category text, "departmentId" uuid, "responsibleId" uuid, "externalReference" text, product text, "serviceLevel" text,
      tags text[], "createdAt" timestamptz, "createdByName" text, "lastActivityAt" timestamptz, "lastStaffReplyAt" timestamptz,
      "lastContactReplyAt" timestamptz, "lastReplySnippet" text, "firstRepliedAt" timestamptz, "solvedAt" timestamptz,
      "closedAt" timestamptz, "reopenedCount" int)
    WHERE c.id = g.id`)
}
