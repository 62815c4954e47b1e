import { Refusal } from '@timedesk/contracts/refusal'
import type { SendOptions, SendProblem } from '@timedesk/contracts/sending'
import { Prisma } from '@timedesk/prisma/client'
import { findStaffActor } from '../../identity/find-staff-actor.ts'
import type { Context, StaffActor, SystemActor, WrittenEvent } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { orRefusal } from '../../platform/db/savepoint.ts'
import type { Deps } from '../../platform/deps.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { pass } from '../../platform/realtime/pass.ts'
import { asDraftAgain } from './draft-again.ts'
import { sendableColumns, sendDraft, type SendableDraft } from './send-draft.ts'

type World = Pick<Deps, 'database' | 'signals' | 'newId' | 'log'>
type Due = { id: string; at: Date }
type DueDraft = SendableDraft & {
  sendAt: Date
  options: SendOptions
  employeeId: string
  employeeName: string
  tokenId: string | null
}

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }
const BATCH_SIZE = 200
/** For so long a fault may pass; after that the message is given back to its writer. */
const TRIED_MS = 15 * 60 * 1_000

/**
 * Sends the messages whose time has come, each in the name of who scheduled it and with the rights of now. Each is a
 * transaction of its own in which its draft goes and the message comes: however late, often or interrupted it runs, and in
 * however many processes, a message is sent once. One that is refused stays as a draft, and its writer is told. A fault of
 * one keeps no other waiting; it is thrown when all are done.
 */
export async function sendMessages(world: World, now: Date): Promise<void> {
  const faults: unknown[] = []
  for (let after: Due | null = null; ;) {
    const batch = await findDue(world, now, after)
    for (const due of batch) {
      try {
        await perform(world, (tx, written) => sendDue(tx, world, { id: due.id, now, written }))
      } catch (error) {
        world.log.error({ err: error, draftId: due.id }, 'a message could not be sent')
        faults.push(error)
        faults.push(...(await stopTrying(world, due.id, now)))
      }
    }
    const last: Due | undefined = batch.at(-1)
    if (last === undefined || batch.length < BATCH_SIZE) break
    after = last
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some messages could not be sent')
}

/** Due ones by their times, from one of them on. */
async function findDue({ database }: World, now: Date, after: Due | null): Promise<Due[]> {
  const behind = after === null ? Prisma.empty : Prisma.sql`AND (d.send_at, d.id) > (${after.at}, ${after.id}::uuid)`
  return database.reader
    .rows<Due>(Prisma.sql`SELECT d.id, d.send_at AS at FROM message_draft d WHERE d.send_at <= ${now} ${behind}
    ORDER BY d.send_at, d.id LIMIT ${Prisma.raw(String(BATCH_SIZE))}`)
}

async function perform(
  { database, signals }: World,
  work: (tx: Tx, written: WrittenEvent[]) => Promise<void>,
): Promise<void> {
  const written = await database.transact(async (tx) => {
    const events: WrittenEvent[] = []
    await work(tx, events)
    return events
  })
  signals.publish(written)
}

type Run = { id: string; now: Date; written: WrittenEvent[] }

async function sendDue(tx: Tx, { newId }: World, { id, now, written }: Run): Promise<void> {
  const due = await readDue(tx, id, now)
  if (due === null) return
  const actor = await findStaffActor(tx, due, now)
  const context = { now, newId, requestId: null, written }
  const refusal = mayWrite(actor)
    ? await orRefusal(tx, { written }, () => sendDraft(tx, { ...context, actor }, due, due.options))
    : new Refusal('permission_denied', { detail: 'The account or the token that scheduled it may not write any more.' })
  if (refusal instanceof Refusal) await keepBack(tx, { ...context, actor: NOBODY }, due, refusal)
}

/** Gives back to its writer what has been tried for long; resolves with the fault when that is not possible either. */
async function stopTrying(world: World, id: string, now: Date): Promise<unknown[]> {
  try {
    await perform(world, async (tx, written) => {
      const [tried] = await tx.rows<{ since: Date }>(Prisma.sql`UPDATE message_draft
          SET send_tried_at = coalesce(send_tried_at, ${now}) WHERE id = ${id}::uuid AND send_at <= ${now} RETURNING send_tried_at AS since`)
      if (tried === undefined || now.getTime() - tried.since.getTime() <= TRIED_MS) return
      const due = await readDue(tx, id, now)
      const context = { actor: NOBODY, now, newId: world.newId, requestId: null, written }
      if (due !== null) await keepBack(tx, context, due, new Refusal('fault'))
    })
    return []
  } catch (error) {
    return [error]
  }
}

function mayWrite(actor: StaffActor | null): actor is StaffActor {
  return actor?.permissions.has('case:write') === true
}

/** Null where it was sent, called back or given another time meanwhile. */
async function readDue(tx: Tx, id: string, now: Date): Promise<DueDraft | null> {
  const [due] =
    await tx.rows<DueDraft>(Prisma.sql`SELECT ${sendableColumns}, d.send_at AS "sendAt", d.send_as AS options,
      e.id AS "employeeId", e.name AS "employeeName", d.scheduled_token_id AS "tokenId"
    FROM message_draft d JOIN employee e ON e.id = d.scheduled_by_id WHERE d.id = ${id}::uuid AND d.send_at <= ${now}`)
  return due ?? null
}

/** Makes it a draft again that says why, and tells its writer, unless somebody was here meanwhile. */
async function keepBack(tx: Tx, context: Context<SystemActor>, due: DueDraft, refusal: Refusal): Promise<void> {
  const { code, message } = refusal
  const problem: SendProblem = { at: context.now.toISOString(), code, detail: message }
  const [place] = await tx.rows<{ caseId: string; customerId: string }>(Prisma.sql`WITH kept AS (
      UPDATE message_draft d SET ${asDraftAgain}, send_problem = ${JSON.stringify(problem)}::jsonb
      WHERE id = ${due.id}::uuid AND version = ${due.version} AND send_at IS NOT NULL RETURNING case_id)
    SELECT coalesce(c.merged_into_id, c.id) AS "caseId", c.customer_id AS "customerId" FROM kept JOIN support_case c ON c.id = kept.case_id`)
  if (place === undefined) return
  const { employeeId, employeeName, kind, sendAt } = due
  const event = { employeeId, employeeName, kind, sendAt: sendAt.toISOString(), code }
  // Of a case that goes on elsewhere it is told there.
  await appendEvents(tx, context, { kind: 'case', id: place.caseId, ...place }, [
    { type: 'message.not_sent', ...event },
  ])
  pass(context, 'draft.changed', { caseId: due.caseId })
}
