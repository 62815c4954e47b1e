import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { carryDrafts } from '../drafts/carry-drafts.ts'
import { findBranch } from './find-branch.ts'
import { newFollowers } from './new-followers.ts'

/** The case that goes on. */
type Survivor = { id: string; customerId: string }

type Person = { contactId: string; contactName: string }

/**
 * Lets the contacts of merged cases, and whoever took part in them, see the survivor too, each by the merge that they
 * came with. Who sees it already stays as they are.
 */
export async function carryParticipants(
  tx: Tx,
  context: Context<StaffActor>,
  survivor: Survivor,
  tombstoneIds: readonly string[],
): Promise<void> {
  const added = await insertParticipants(tx, context, survivor, tombstoneIds)
  await tell(tx, context, survivor, 'case.participant_added', added)
}

/**
 * Takes whoever came with a merged case, or with what was merged into it, from the cases that it went on in. Those who
 * came with another one as well stay with that.
 */
export async function releaseParticipants(
  tx: Tx,
  context: Context<StaffActor>,
  survivor: Survivor,
  branchIds: readonly string[],
): Promise<void> {
  const branch = [...branchIds]
  const gone = await tx.rows<Person & { caseId: string }>(Prisma.sql`
    DELETE FROM case_participant p USING contact k
     WHERE k.id = p.contact_id AND p.case_id <> ALL(${branch}::uuid[])
       AND p.merge_id IN (SELECT id FROM case_merge WHERE source_id = ANY(${branch}::uuid[]))
    RETURNING k.id AS "contactId", k.name AS "contactName", p.case_id AS "caseId"`)
  for (const caseId of new Set(gone.map((person) => person.caseId))) {
    const people = gone.filter((person) => person.caseId === caseId)
    const others = (await findBranch(tx, caseId)).filter((id) => id !== caseId)
    const among = people.map(({ contactId }) => contactId)
    const kept = await insertParticipants(tx, context, { ...survivor, id: caseId }, others, among)
    const left = people.filter(({ contactId }) => kept.every((person) => person.contactId !== contactId))
    if (caseId === survivor.id) await tell(tx, context, survivor, 'case.participant_removed', left)
  }
}

async function insertParticipants(
  tx: Tx,
  { actor, now }: Context<StaffActor>,
  { id, customerId }: Survivor,
  tombstoneIds: readonly string[],
  among: readonly string[] | null = null,
): Promise<Person[]> {
  const ids = [...tombstoneIds]
  return tx.rows<Person>(Prisma.sql`WITH come AS (
      SELECT t.contact_id, v.id AS merge_id, v.merged_at FROM support_case t JOIN case_merge v ON v.source_id = t.id AND v.undone_at IS NULL
       WHERE t.id = ANY(${ids}::uuid[]) AND t.contact_id IS NOT NULL
      UNION ALL
      SELECT p.contact_id, v.id, v.merged_at FROM case_participant p JOIN case_merge v ON v.source_id = p.case_id AND v.undone_at IS NULL
       WHERE p.case_id = ANY(${ids}::uuid[]) AND p.merge_id IS NULL
    ), added AS (
      INSERT INTO case_participant (case_id, customer_id, contact_id, added_at, added_by_name, merge_id)
      SELECT DISTINCT ON (come.contact_id) ${id}::uuid, ${customerId}::uuid, come.contact_id, ${now}::timestamptz, ${actor.name}, come.merge_id
        FROM come
       WHERE come.contact_id IS DISTINCT FROM (SELECT s.contact_id FROM support_case s WHERE s.id = ${id}::uuid)
         ${among === null ? Prisma.empty : Prisma.sql`AND come.contact_id = ANY(${[...among]}::uuid[])`}
       ORDER BY come.contact_id, come.merged_at
      ON CONFLICT DO NOTHING RETURNING contact_id)
    SELECT k.id AS "contactId", k.name AS "contactName" FROM added JOIN contact k ON k.id = added.contact_id ORDER BY k.name, k.id`)
}

async function tell(
  tx: Tx,
  context: Context<StaffActor>,
  { id, customerId }: Survivor,
  type: 'case.participant_added' | 'case.participant_removed',
  people: readonly Person[],
): Promise<void> {
  const events = people.map(({ contactId, contactName }) => ({ type, contactId, contactName }))
  await appendEvents(tx, context, { kind: 'case', id, caseId: id, customerId }, events)
}

/** Has whoever follows a case, or answers for it, follow the survivor too. */
export async function carryFollowers(
  tx: Tx,
  context: Context<StaffActor>,
  { id, customerId }: Survivor,
  sourceId: string,
): Promise<void> {
  const followers = await tx.rows<{ employeeId: string; employeeName: string }>(Prisma.sql`WITH new AS (
      INSERT INTO case_follower (case_id, employee_id, cause, since)
      SELECT ${id}::uuid, who.id, 'merge', ${context.now}::timestamptz FROM (${newFollowers(sourceId, id)}) who
      ON CONFLICT DO NOTHING RETURNING employee_id)
    SELECT e.id AS "employeeId", e.name AS "employeeName" FROM new JOIN employee e ON e.id = new.employee_id ORDER BY e.name, e.id`)
  await appendEvents(
    tx,
    context,
    { kind: 'case', id, caseId: id, customerId },
    followers.map((follower) => ({ type: 'case.followed', ...follower, cause: 'merge' })),
  )
}

/**
 * What is under way on a case goes on where the case does, and stays there when that is undone: timers and drafts. What
 * was snoozed is not any more.
 */
export async function carryWork(
  tx: Tx,
  context: Context<StaffActor>,
  { id }: Survivor,
  sourceId: string,
): Promise<void> {
  await carryDrafts(tx, context, { from: sourceId, to: id })
  await Promise.all([
    tx.rows(Prisma.sql`UPDATE timer SET case_id = ${id}::uuid WHERE case_id = ${sourceId}::uuid`),
    tx.rows(Prisma.sql`DELETE FROM case_snooze WHERE case_id = ${sourceId}::uuid`),
  ])
}
