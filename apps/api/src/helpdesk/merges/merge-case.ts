import type { mergeCase as contract } from '@timedesk/contracts/case-merges'
import { Refusal } from '@timedesk/contracts/refusal'
import { decideMerge } from '@timedesk/domain/helpdesk/decide-merge'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { familyOf } from '../../platform/db/case-family.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { appendCaseEvents } from '../../service-levels/append-case-events.ts'
import { whyNotOne } from '../links/find-circle.ts'
import { refusedReference } from '../lock-case.ts'
import { lockCaseToMove } from '../moves/lock-case-to-move.ts'
import { lockWorkflows } from '../moves/lock-workflows.ts'
import { progressUpdate } from '../store-progress.ts'
import { carryFollowers, carryParticipants, carryWork } from './carry-people.ts'
import { findParty, holdCases, type Party } from './hold-cases.ts'
import { takeOver, type Taken, type TakenOver } from './take-over.ts'

type Input = { caseId: string; intoId: string } & Partial<Omit<z.output<typeof contract.body>, 'intoId'>>

/**
 * Merges a case into another one of its customer: it closes and points there, and so does what had been merged into it.
 * Nothing of it moves; who saw it sees the survivor, who followed it follows the survivor, timers run on there. Both logs
 * tell of it. Refuses with `not_found`, `reference_refused`, `case_merged` and `merge_refused`, and what changing the
 * survivor's subject, person and agreement refuses.
 */
export async function mergeCase(
  tx: Tx,
  context: Context<StaffActor>,
  { caseId, intoId, ...chosen }: Input,
): Promise<void> {
  // In the order that all keep: links, workflows, cases by their ids, those that were merged into them.
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('case tree'))`)
  await lockWorkflows(tx, 'shared')
  await holdCases(tx, [caseId, intoId])
  const [source, survivor] = await Promise.all([findParty(tx, caseId), findParty(tx, intoId)])
  if (source === undefined) throw new Refusal('not_found')
  if (survivor === undefined) throw refusedReference('/body/intoId', 'The case does not exist.')
  const { workflow, ...progress } = await lockCaseToMove(tx, context, caseId)
  const why = await whyNotOne(tx, [caseId, intoId])
  if (why !== null) throw new Refusal('merge_refused', { detail: why })
  const { changes, events } = decideMerge({ ...source, ...progress }, survivor, { workflow, now: context.now })
  const taken = await takeOver(tx, context, source.id, survivor.id, wanted(chosen))

  const brought = await countBrought(tx, caseId)
  await tx.rows(progressUpdate(caseId, changes))
  const tombstoneIds = await store(tx, context, source, survivor, { statusIdBefore: progress.status.id, taken })
  await carryParticipants(tx, context, survivor, tombstoneIds)
  await carryFollowers(tx, context, survivor, caseId)
  await carryWork(tx, context, survivor, caseId)
  await appendCaseEvents(tx, context, source, [
    { type: 'case.merged', otherId: survivor.id, number: survivor.number, subject: survivor.subject },
    ...events,
  ])
  const absorbed = { otherId: source.id, number: source.number, subject: source.subject, ...brought }
  await appendEvents(tx, context, { kind: 'case', id: intoId, caseId: intoId, customerId: survivor.customerId }, [
    { type: 'case.absorbed', ...absorbed },
  ])
}

function wanted({ subject, responsible, agreement }: Omit<Input, 'caseId' | 'intoId'>): TakenOver {
  return { subject: subject === 'source', responsible: responsible === 'source', agreement: agreement === 'source' }
}

/** What is seen on the survivor from then on. */
async function countBrought(tx: Tx, caseId: string): Promise<{ messages: number; minutes: number }> {
  const family = familyOf(caseId)
  const [row] = await tx.rows<{ messages: number; minutes: number }>(Prisma.sql`SELECT
    (SELECT count(*)::int FROM reply WHERE case_id = ANY(${family})) + (SELECT count(*)::int FROM note WHERE case_id = ANY(${family})) AS messages,
    (SELECT coalesce(sum(minutes), 0)::int FROM time_entry WHERE case_id = ANY(${family})) AS minutes`)
  if (row === undefined) throw new Error('A count gave no row')
  return row
}

/** Points the source, and what had been merged into it, to the survivor. Resolves with the ids of all of them. */
async function store(
  tx: Tx,
  { actor, now, newId }: Context<StaffActor>,
  source: Party,
  survivor: Party,
  { statusIdBefore, taken }: { statusIdBefore: string; taken: Taken },
): Promise<string[]> {
  await tx.rows(Prisma.sql`INSERT INTO case_merge (id, customer_id, source_id, into_id, status_id_before, taken, merged_at, merged_by_id, merged_by_name)
    VALUES (${newId()}::uuid, ${source.customerId}::uuid, ${source.id}::uuid, ${survivor.id}::uuid, ${statusIdBefore}::uuid, ${JSON.stringify(taken)}::jsonb, ${now}, ${actor.id}::uuid, ${actor.name})`)
  const pointed = await tx.rows<{
    id: string
  }>(Prisma.sql`UPDATE support_case SET merged_into_id = ${survivor.id}::uuid, version = version + 1
    WHERE id = ${source.id}::uuid OR merged_into_id = ${source.id}::uuid RETURNING id`)
  // What a contact wrote on the source is unread on the survivor.
  await tx.rows(Prisma.sql`UPDATE support_case c SET version = c.version + 1, last_activity_at = ${now},
      last_contact_reply_at = greatest(c.last_contact_reply_at, s.last_contact_reply_at),
      last_staff_reply_at = greatest(c.last_staff_reply_at, s.last_staff_reply_at),
      last_reply_snippet = CASE WHEN s.last_activity_at > c.last_activity_at THEN s.last_reply_snippet ELSE c.last_reply_snippet END
    FROM support_case s WHERE c.id = ${survivor.id}::uuid AND s.id = ${source.id}::uuid`)
  return pointed.map(({ id }) => id)
}
