import type { decideCorrection as contract } from '@timedesk/contracts/corrections'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { withdrawCorrection } from '../agreements/reverse-entry.ts'
import { subjectOfTime } from '../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { refuseClosedPeriod } from './closed-period.ts'
import { holdPeriod } from './hold-period.ts'
import { holdCustomerAlone } from './lock-original.ts'

type Waiting = {
  originalId: string
  customerId: string | null
  caseId: string | null
  projectId: string | null
  employeeId: string
  bookedOn: string
}

/**
 * Approves a correction, its reversal and its replacement together, or rejects it: then both are removed, and what
 * they moved goes back. Refuses with `not_found`, with `correction_refused` what does not wait for a decision, and
 * with `period_locked` to remove what is booked in a closed period.
 */
export async function decideOnCorrection(
  tx: Tx,
  context: Context<StaffActor>,
  { entryId, verdict, reason = '' }: { entryId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const waiting = await lockWaiting(tx, entryId)
  if (verdict === 'approved') await approve(tx, waiting)
  else await reject(tx, context, waiting)
  const { originalId } = waiting
  await appendEvents(tx, context, subjectOfTime(waiting), [
    { type: 'time.correction_decided', entryId: originalId, verdict, reason },
  ])
}

async function lockWaiting(tx: Tx, entryId: string): Promise<Waiting> {
  const [seen] = await tx.rows<Pick<Waiting, 'customerId' | 'caseId'>>(
    Prisma.sql`SELECT customer_id AS "customerId", case_id AS "caseId" FROM time_entry WHERE id = ${entryId}::uuid`,
  )
  if (seen === undefined) throw new Refusal('not_found')
  await holdCustomerAlone(tx, seen)
  const rows = await tx.rows<Waiting>(Prisma.sql`
    SELECT p.corrects_id AS "originalId", p.customer_id AS "customerId", p.case_id AS "caseId", p.project_id AS "projectId",
           p.employee_id AS "employeeId", p.booked_on::text AS "bookedOn"
      FROM time_entry p
     WHERE p.corrects_id = (SELECT t.corrects_id FROM time_entry t WHERE t.id = ${entryId}::uuid) AND p.state = 'submitted'
     ORDER BY p.correction, p.id FOR UPDATE`)
  const [waiting] = rows
  if (waiting === undefined) throw new Refusal('correction_refused', { detail: 'Nothing waits for a decision.' })
  return waiting
}

async function approve(tx: Tx, { originalId }: Waiting): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE time_entry SET state = 'approved' WHERE corrects_id = ${originalId}::uuid`)
}

async function reject(tx: Tx, context: Context<StaffActor>, { originalId, bookedOn }: Waiting): Promise<void> {
  refuseClosedPeriod(bookedOn, await holdPeriod(tx), true)
  await withdrawCorrection(tx, context, originalId)
}
