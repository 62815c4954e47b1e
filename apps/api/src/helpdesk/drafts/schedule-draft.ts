import { SEND_DAYS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import type { scheduleDraft as contract } from '@timedesk/contracts/scheduled-messages'
import type { SendOptions } from '@timedesk/contracts/sending'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { askerOf } from '../../identity/find-staff-actor.ts'
import type { Context, StaffActor } from '../../platform/context.ts'
import { rehearse } from '../../platform/db/savepoint.ts'
import type { Tx } from '../../platform/db/database.ts'
import { pass } from '../../platform/realtime/pass.ts'
import { asDraftAgain } from './draft-again.ts'
import { inSlot, type Slot } from './draft-rows.ts'
import { staleDraft } from './keep-draft.ts'
import { sendableColumns, sendDraft, type SendableDraft } from './send-draft.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** How far two clocks, or the way of a request, may put a moment into the past. */
const LATE_MS = 10_000

type Wanted = z.output<typeof contract.body>

/**
 * Has a draft sent at its time, as the actor and with whatever else is wanted; nobody writes in it until then. It is
 * rehearsed: whatever refuses the message now is heard now. Refuses with `not_found`, with `stale_version` what moved on
 * since it was read, with `field_refused` a time that has passed or lies too far ahead, and with all that a message is
 * refused with. Resolves with when it goes out.
 */
export async function scheduleDraft(
  tx: Tx,
  context: Context<StaffActor>,
  slot: Slot,
  { sendAt, ...wanted }: Wanted,
  meant: number | null,
): Promise<Date> {
  const { actor } = context
  const at = sendAt === undefined ? await endOfUndo(tx, context) : requireNear(sendAt, context.now)
  const [draft] = await tx.rows<SendableDraft>(
    Prisma.sql`SELECT ${sendableColumns} FROM message_draft d WHERE ${inSlot(slot, actor.id)}`,
  )
  if (draft === undefined) throw new Refusal('not_found')
  if (meant !== null && meant !== draft.version) throw staleDraft()
  if (draft.body.trim() === '') throw nothingWritten()
  const options = await withWorkDate(tx, wanted, context.now)
  await rehearse(tx, context, () => sendDraft(tx, context, draft, options))
  await store(tx, context, draft, { at, options, isLeaving: sendAt === undefined })
  // To all of staff: who has scheduled something is seen by everybody who looks at the case.
  pass(context, 'draft.changed', { caseId: slot.caseId })
  return at
}

/**
 * Keeps what was to go out from it: it is a draft again. What was not to go out stays as it is. Refuses with `draft_gone`
 * what is out already.
 */
export async function callBackDraft(tx: Tx, context: Context<StaffActor>, slot: Slot): Promise<void> {
  const [found] = await tx.rows<{ sendAt: Date | null }>(
    Prisma.sql`SELECT d.send_at AS "sendAt" FROM message_draft d WHERE ${inSlot(slot, context.actor.id)} FOR UPDATE`,
  )
  if (found === undefined) throw new Refusal('draft_gone')
  if (found.sendAt === null) return
  await tx.rows(Prisma.sql`UPDATE message_draft d SET ${asDraftAgain} WHERE ${inSlot(slot, context.actor.id)}`)
  pass(context, 'draft.changed', { caseId: slot.caseId })
}

async function store(
  tx: Tx,
  { actor }: Context<StaffActor>,
  { id, version }: SendableDraft,
  { at, options, isLeaving }: { at: Date; options: SendOptions; isLeaving: boolean },
): Promise<void> {
  const { employeeId, tokenId } = askerOf(actor)
  const stored = await tx.rows(Prisma.sql`UPDATE message_draft SET send_at = ${at}, is_leaving = ${isLeaving},
      send_as = ${JSON.stringify(options)}::jsonb, scheduled_by_id = ${employeeId}::uuid, scheduled_token_id = ${tokenId}::uuid,
      send_problem = NULL, send_tried_at = NULL, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} RETURNING 1`)
  // Somebody wrote in it, sent it or discarded it while it was rehearsed.
  if (stored.length === 0) throw staleDraft()
}

/** The time that the actor chose in which what was sent can be called back. */
async function endOfUndo(tx: Tx, { actor, now }: Context<StaffActor>): Promise<Date> {
  const [row] = await tx.rows<{ seconds: number }>(
    Prisma.sql`SELECT undo_seconds AS seconds FROM employee WHERE id = ${actor.id}::uuid`,
  )
  return new Date(now.getTime() + (row?.seconds ?? 0) * 1_000)
}

function requireNear(sendAt: string, now: Date): Date {
  const at = new Date(sendAt)
  const early = now.getTime() - LATE_MS
  if (at.getTime() >= early && at.getTime() <= now.getTime() + SEND_DAYS_MAX * DAY_MS) return at
  const isFar = at > now
  const message = isFar ? 'Choose a time within a year.' : 'Choose a time to come.'
  const code = isFar ? 'too_far' : 'past'
  throw new Refusal('field_refused', { detail: message, fields: [{ pointer: '/body/sendAt', code, message }] })
}

function nothingWritten(): Refusal {
  const message = 'Write something.'
  return new Refusal('field_refused', { detail: message, fields: [{ pointer: '/body', code: 'empty', message }] })
}

/** Time was worked on the day that it was written down, however later it is sent. */
async function withWorkDate(tx: Tx, options: SendOptions, now: Date): Promise<SendOptions> {
  const { time } = options
  if (time === undefined || time.workDate !== undefined || time.startedAt !== undefined) return options
  const [row] = await tx.rows<{ today: string }>(
    Prisma.sql`SELECT (${now}::timestamptz AT TIME ZONE time_zone)::date::text AS today FROM company`,
  )
  if (row === undefined) throw new Error('There is no company')
  return { ...options, time: { ...time, workDate: row.today } }
}
