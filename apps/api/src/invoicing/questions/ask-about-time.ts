import type { extranetAskAboutTime as contract } from '@timedesk/contracts/time-questions'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { ContactActor, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { findExtranetTimeRow, whyUnquestionable } from '../../time/extranet-time-line.ts'

/** The database's own word for time that was posted in the same moment. */
const POSTED_GUARD = 'time_question_before_posting'

/**
 * Questions a line of time that the contact sees, before it is invoiced: until somebody answers, the entry is held as
 * disputed and no document with it is posted (R41, R45). One question at a time.
 * Refuses with `not_found`, and with `question_refused` what is not charged, taken back, invoiced or questioned.
 */
export async function askAboutTime(
  tx: Tx,
  context: Context<ContactActor>,
  { entryId, question }: { entryId: string } & z.output<typeof contract.body>,
): Promise<void> {
  const { actor, now, newId } = context
  const line = await findExtranetTimeRow(tx, entryId)
  const reason = whyUnquestionable(line)
  if (reason !== null) throw new Refusal('question_refused', { detail: reason })
  const asked = await tx
    .rows(
      Prisma.sql`INSERT INTO time_question (id, customer_id, entry_id, contact_id, contact_name, question, asked_at)
        VALUES (${newId()}::uuid, ${actor.customerId}::uuid, ${entryId}::uuid, ${actor.id}::uuid, ${actor.name}, ${question}, ${now})
        ON CONFLICT DO NOTHING RETURNING id`,
    )
    .catch(refusePosted)
  if (asked.length === 0) throw new Refusal('question_refused', { detail: 'The line is questioned already.' })
  const { caseId } = line
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId: actor.customerId }, [
    { type: 'time.questioned', entryId, question },
  ])
}

function refusePosted(error: unknown): never {
  if ((error as { constraint?: unknown }).constraint !== POSTED_GUARD) throw error
  throw new Refusal('question_refused', { detail: 'The time is invoiced already.' })
}
