import { Refusal } from '@timedesk/contracts/refusal'
import type { ReplyProgress } from '@timedesk/domain/helpdesk/decide-reply'
import type { CaseStatus } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { caseMerged } from '../platform/db/refuse-merged.ts'

/** A case whose row nobody else can change until the transaction ends. */
export type LockedCase = ReplyProgress & {
  id: string
  customerId: string
  departmentId: string
  responsibleId: string | null
  /** Where it goes on, for those who lock tombstones too. */
  mergedIntoId: string | null
  version: number
  /** Every status of the company, in its order. */
  statuses: CaseStatus[]
}

type Row = Omit<LockedCase, 'status'> & { statusId: string }

/** `allowsMerged`: for whoever undoes a merge or passes tombstones over; all other work goes on where the case does. */
export type LockTerms = { allowsMerged?: boolean }

/**
 * Locks a case and reads what the rules need. Refuses with `not_found`, and with `case_merged` a tombstone.
 * Reads no other table beside the row: a row that was waited for is read anew, the tables joined to it are not.
 */
export async function lockCase(tx: Tx, id: string, { allowsMerged = false }: LockTerms = {}): Promise<LockedCase> {
  const [row] =
    await tx.rows<Row>(Prisma.sql`SELECT c.id, c.customer_id AS "customerId", c.department_id AS "departmentId",
      c.responsible_id AS "responsibleId", c.status_id AS "statusId", c.version, c.solved_at AS "solvedAt", c.closed_at AS "closedAt",
      c.reopened_count AS "reopenedCount", c.first_replied_at AS "firstRepliedAt", c.last_staff_reply_at AS "lastStaffReplyAt",
      c.last_contact_reply_at AS "lastContactReplyAt", c.last_activity_at AS "lastActivityAt", c.merged_into_id AS "mergedIntoId",
      (SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'category', s.category, 'pausesClock', s.pauses_clock) ORDER BY s.position, s.name)
        FROM case_status s) AS statuses
    FROM support_case c WHERE c.id = ${id}::uuid FOR NO KEY UPDATE OF c`)
  if (row === undefined) throw new Refusal('not_found')
  const { statusId, ...progress } = row
  if (progress.mergedIntoId !== null && !allowsMerged) throw await caseMerged(tx, progress.mergedIntoId)
  return { ...progress, status: statusNamed(row.statuses, statusId) }
}

/** The status of that id. Refuses with `reference_refused`. */
export function statusNamed(statuses: readonly CaseStatus[], id: string): CaseStatus {
  const status = statuses.find((candidate) => candidate.id === id)
  if (status === undefined) throw refusedReference('/body/statusId', 'There is no such status.')
  return status
}

/** The refusal of a thing that cannot be used here, pointing at where the caller named it. */
export function refusedReference(pointer: string, message: string): Refusal {
  return new Refusal('reference_refused', {
    detail: message,
    fields: [{ pointer, code: 'reference_refused', message }],
  })
}
