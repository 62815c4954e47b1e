import type { answerTimeQuestion as contract } from '@timedesk/contracts/time-questions'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { subjectOfTime } from '../../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { writeOffEntry } from './write-off-entry.ts'

type Held = {
  state: 'open' | 'answered'
  entryId: string
  customerId: string
  employeeId: string
  caseId: string | null
  projectId: string | null
}

/**
 * Answers a question about time, which is held no longer: the line stays, somebody corrected it, or it is not charged
 * and written off in the same go. Refuses with `not_found`, with `question_refused` what is answered already, and with
 * `item_taken` to write off what a document claims: release it from the draft first.
 */
export async function answerTimeQuestion(
  tx: Tx,
  context: Context<StaffActor>,
  { questionId, resolution, answer }: { questionId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const { actor, now } = context
  const held = await holdQuestion(tx, questionId)
  if (held.state !== 'open') throw new Refusal('question_refused', { detail: 'The question is answered already.' })
  if (resolution === 'not_charged') await writeOffEntry(tx, context, { entryId: held.entryId, reason: answer })
  await tx.rows(Prisma.sql`UPDATE time_question SET state = 'answered', resolution = ${resolution}, answer = ${answer},
      answered_by_name = ${actor.name}, answered_at = ${now} WHERE id = ${questionId}::uuid`)
  await appendEvents(tx, context, subjectOfTime(held), [
    { type: 'time.question_answered', entryId: held.entryId, resolution, answer },
  ])
}

/** The customer first, whom everybody holds who claims its time. */
async function holdQuestion(tx: Tx, id: string): Promise<Held> {
  await tx.rows(
    Prisma.sql`SELECT 1 FROM customer WHERE id = (SELECT customer_id FROM time_question WHERE id = ${id}::uuid) FOR UPDATE`,
  )
  const [held] = await tx.rows<Held>(Prisma.sql`SELECT q.state, q.entry_id AS "entryId", q.customer_id AS "customerId",
      t.employee_id AS "employeeId", t.case_id AS "caseId", t.project_id AS "projectId"
    FROM time_question q JOIN time_entry t ON t.id = q.entry_id WHERE q.id = ${id}::uuid FOR UPDATE OF q`)
  if (held === undefined) throw new Refusal('not_found')
  return held
}
