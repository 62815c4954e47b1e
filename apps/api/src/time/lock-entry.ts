import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseMerged } from '../platform/db/refuse-merged.ts'
import { refuseClosedPeriod } from './closed-period.ts'
import { demandPermission } from './demand-permission.ts'
import { holdPeriod } from './hold-period.ts'
import { holdOpenWeeks } from './hold-week.ts'
import { readEntry, type EntryBefore } from './read-entry.ts'

/** Where an entry is to go, as far as others have to wait for it. */
export type Destination = {
  caseId?: string | null | undefined
  projectId?: string | null | undefined
  taskId?: string | null | undefined
  workDate?: string | undefined
}

/**
 * Reads an entry that is to be changed in place. Refuses with `not_found`; with `permission_denied` the entry of
 * somebody else without `time:write_others`; and with `correction_refused` what corrects an entry or was corrected.
 */
export async function findOpenEntry(tx: Tx, actor: StaffActor, entryId: string): Promise<EntryBefore> {
  const entry = await readEntry(tx, entryId)
  if (entry.employeeId !== actor.id) demandPermission(actor, 'time:write_others')
  refuseCorrected(entry)
  return entry
}

/**
 * Holds an entry alone for a change in place until the transaction ends, in the order that all keep: the cases that
 * it is on and goes to, their customers' prices, the weeks, its row, and the books' locks.
 * Refuses with `week_closed` and `period_locked` what is closed (R52, R53), with `stale_version` an entry that somebody
 * changed since it was read, with `case_merged` a tombstone that it goes to, and with `time_settled` what a document charges or somebody wrote off (R9).
 */
export async function lockEntry(tx: Tx, actor: StaffActor, read: EntryBefore, to: Destination = {}): Promise<void> {
  const { caseId = null, projectId = null, taskId = null, workDate = read.workDate } = to
  const cases = [read.caseId, caseId].flatMap((id) => id ?? [])
  const [, , , , locks] = await Promise.all([
    tx.rows(Prisma.sql`SELECT 1 FROM support_case WHERE id = ANY(${cases}::uuid[]) ORDER BY id FOR NO KEY UPDATE`),
    tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id IN (${read.customerId}::uuid,
        (SELECT customer_id FROM support_case WHERE id = ${caseId}::uuid), (SELECT customer_id FROM project WHERE id = ${projectId}::uuid),
        (SELECT customer_id FROM project_task WHERE id = ${taskId}::uuid))
      ORDER BY id FOR UPDATE`),
    holdOpenWeeks(tx, read.employeeId, [read.workDate, workDate]),
    tx.rows(Prisma.sql`SELECT 1 FROM time_entry WHERE id = ${read.id}::uuid FOR UPDATE`),
    holdPeriod(tx),
  ])
  if (caseId !== null && caseId !== read.caseId) await refuseMerged(tx, caseId, '/body/caseId')
  const entry = await readEntry(tx, read.id)
  if (entry.version !== read.version || entry.customerId !== read.customerId || entry.caseId !== read.caseId)
    throw new Refusal('stale_version', { detail: 'Somebody changed it in the meantime. Read it again.' })
  refuseCorrected(entry)
  if (entry.isSettled) throw new Refusal('time_settled')
  refuseClosedPeriod(entry.bookedOn, locks, actor.permissions.has('period:override'))
}

function refuseCorrected({ correction, isCorrected }: EntryBefore): void {
  if (correction !== null) throw new Refusal('correction_refused', { detail: 'It corrects another entry.' })
  if (isCorrected) throw new Refusal('correction_refused', { detail: 'It was taken back.' })
}
