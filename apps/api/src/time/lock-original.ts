import { Refusal } from '@timedesk/contracts/refusal'
import type { EntryToCorrect } from '@timedesk/domain/time/decide-correction'
import { Prisma } from '@timedesk/prisma/client'
import type { StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { demandPermission } from './demand-permission.ts'
import { settledAs, takenBack } from './find-time-entries.ts'
import { holdForTime } from './hold-time.ts'

/** An entry that is to be corrected, with all that a replacement takes over. Its own price in minor units per hour. */
export type Original = EntryToCorrect & {
  id: string
  employeeId: string
  employeeName: string
  customerId: string | null
  caseId: string | null
  projectId: string | null
  taskId: string | null
  replyId: string | null
  noteId: string | null
  activityTypeId: string
  priceClassId: string | null
  startedAt: Date | null
  endedAt: Date | null
  minutes: number
  billableChoice: boolean | null
  rateOverride: number | null
  currency: string
  customerText: string
  internalText: string
}

/**
 * Holds an entry and everything that its correction touches until commit: its case and its customer alone, since units
 * go back and other work may take them, then what all new time holds, and last the entry itself.
 * Refuses with `not_found`, and with `permission_denied` somebody else's entry without `time:write_others`.
 */
export async function lockOriginal(tx: Tx, actor: StaffActor, entryId: string, now: Date): Promise<Original> {
  const seen = await readOriginal(tx, Prisma.sql`t.id = ${entryId}::uuid`)
  if (seen.employeeId !== actor.id) demandPermission(actor, 'time:write_others')
  await holdCustomerAlone(tx, seen)
  const { minutes } = seen
  await holdForTime(tx, { ...seen, clock: { minutes, startMs: null, endMs: null } }, now)
  return readOriginal(tx, Prisma.sql`t.id = ${entryId}::uuid FOR UPDATE OF t`)
}

/** Holds the case and the customer of an entry alone. */
export async function holdCustomerAlone(
  tx: Tx,
  { caseId, customerId }: Pick<Original, 'caseId' | 'customerId'>,
): Promise<void> {
  await Promise.all([
    tx.rows(Prisma.sql`SELECT 1 FROM support_case WHERE id = ${caseId}::uuid FOR NO KEY UPDATE`),
    tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR UPDATE`),
  ])
}

async function readOriginal(tx: Tx, condition: Prisma.Sql): Promise<Original> {
  const [entry] = await tx.rows<Original>(Prisma.sql`
    SELECT t.id, t.employee_id AS "employeeId", e.name AS "employeeName", t.customer_id AS "customerId", t.case_id AS "caseId",
           t.project_id AS "projectId", t.task_id AS "taskId", t.reply_id AS "replyId", t.note_id AS "noteId",
           t.activity_type_id AS "activityTypeId", t.price_class_id AS "priceClassId", t.work_date::text AS "workDate",
           t.booked_on::text AS "bookedOn", t.started_at AS "startedAt", t.ended_at AS "endedAt", t.minutes,
           t.billable_choice AS "billableChoice", t.rate_override AS "rateOverride", r.currency, t.customer_text AS "customerText",
           t.internal_text AS "internalText", t.state, t.correction, ${takenBack('t')} AS "isCorrected",
           ${settledAs} ->> 'as' AS "settledAs"
      FROM time_entry t JOIN employee e ON e.id = t.employee_id JOIN time_rating r ON r.entry_id = t.id
     WHERE ${condition}`)
  if (entry === undefined) throw new Refusal('not_found')
  return entry
}
