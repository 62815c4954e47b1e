import { Refusal } from '@timedesk/contracts/refusal'
import type { TimeDraft } from '@timedesk/contracts/time'
import { Prisma } from '@timedesk/prisma/client'
import { rateWork, type Rating } from '../agreements/rate-work.ts'
import { subjectOfTime } from '../agreements/subject-of-time.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { findTimeGround, type TimeGround } from './find-ground.ts'

export type NewTime = TimeDraft & {
  caseId?: string | undefined
  projectId?: string | undefined
  /** The reply or note of the case that the time was written beside. */
  replyId?: string | undefined
  noteId?: string | undefined
  /** Somebody else, with the permission `time:write_others`. */
  employeeId?: string | undefined
  startedAt?: Date | undefined
  endedAt?: Date | undefined
}

/**
 * Registers minutes on a case, on a project, or as internal time, rates them at once (R1–R8) and tells the case's
 * log. Resolves with the entry's id. Refuses with `reference_refused` what is missing or inactive, pointing below
 * `pointer`, and with `permission_denied` time in another's name.
 */
export async function registerTime(
  tx: Tx,
  context: Context<StaffActor>,
  input: NewTime,
  pointer = '/body',
): Promise<string> {
  const { actor, now } = context
  const employeeId = input.employeeId ?? actor.id
  if (employeeId !== actor.id && !actor.permissions.has('time:write_others'))
    throw new Refusal('permission_denied', { missingPermission: 'time:write_others' })
  const [, ground] = await Promise.all([
    holdPrices(tx, input),
    findTimeGround(tx, { ...input, employeeId }, now, pointer),
  ])
  const isBillable = decideBillable(ground.customerId, input.isBillable, ground.activityTypeIsBillable, pointer)
  const rating = rateWork(ground, { minutes: input.minutes, isBillable })
  const id = context.newId()
  await Promise.all([
    insertEntry(tx, context, { id, employeeId, input, ground, rating }),
    appendEvents(tx, context, subjectOfTime({ ...input, customerId: ground.customerId, employeeId }), [
      {
        type: 'time.registered',
        entryId: id,
        minutes: input.minutes,
        isBillable,
        employeeName: ground.employeeName,
        activityType: ground.activityTypeName,
      },
    ]),
  ])
  return id
}

/**
 * Whether time is billable: what it says itself, else its activity type (R14). Internal time has nobody to pay for
 * it, so it never is; to say that it is, is refused.
 */
export function decideBillable(
  customerId: string | null,
  given: boolean | undefined,
  byActivityType: boolean,
  pointer: string,
): boolean {
  if (customerId !== null) return given ?? byActivityType
  if (given !== true) return false
  const message = 'Internal time has no customer who could be billed.'
  throw new Refusal('invalid_request', {
    detail: message,
    fields: [{ pointer: `${pointer}/isBillable`, code: 'nobody_to_bill', message }],
  })
}

/** Who changes prices waits for time in flight, and the other way round, so that no entry keeps a price of before. */
async function holdPrices(tx: Tx, { caseId, projectId }: NewTime): Promise<void> {
  if (caseId === undefined && projectId === undefined) return
  await tx.rows(Prisma.sql`SELECT 1 FROM customer WHERE id = coalesce(
    (SELECT customer_id FROM support_case WHERE id = ${caseId ?? null}::uuid),
    (SELECT customer_id FROM project WHERE id = ${projectId ?? null}::uuid)) FOR KEY SHARE`)
}

type Entry = { id: string; employeeId: string; input: NewTime; ground: TimeGround; rating: Rating }

/** One statement for the entry, its rating and its pieces; their foreign keys are checked when all are there. */
async function insertEntry(
  tx: Tx,
  { now, newId }: Context,
  { id, employeeId, input, ground, rating }: Entry,
): Promise<void> {
  const { pieces } = rating
  await tx.rows(Prisma.sql`WITH entry AS (
      INSERT INTO time_entry (id, employee_id, customer_id, case_id, project_id, reply_id, note_id, activity_type_id, agreement_id,
        work_date, started_at, ended_at, minutes, is_billable, customer_text, internal_text, created_at)
      VALUES (${id}::uuid, ${employeeId}::uuid, ${ground.customerId}::uuid, ${input.caseId ?? null}::uuid, ${input.projectId ?? null}::uuid,
        ${input.replyId ?? null}::uuid, ${input.noteId ?? null}::uuid, ${input.activityTypeId}::uuid, ${ground.agreementId}::uuid,
        ${ground.workDate}::date, ${input.startedAt ?? null}, ${input.endedAt ?? null}, ${input.minutes}, ${rating.isBillable},
        ${input.customerText ?? ''}, ${input.internalText ?? ''}, ${now})
    ), rating AS (
      INSERT INTO time_rating (entry_id, billable_minutes, rate_per_hour, amount, currency, explanation, rule_version, rated_at)
      VALUES (${id}::uuid, ${rating.billableMinutes}, ${rating.ratePerHour}, ${rating.amount}::bigint, ${rating.currency},
        ${JSON.stringify(rating.explanation)}::jsonb, ${rating.ruleVersion}, ${now}))
    INSERT INTO cover_piece (id, entry_id, kind, minutes, amount)
    SELECT g.id, ${id}::uuid, g.kind, g.minutes, g.amount
      FROM unnest(${pieces.map(() => newId())}::uuid[], ${pieces.map(({ kind }) => kind)}::text[],
        ${pieces.map(({ minutes }) => minutes)}::int[], ${pieces.map(({ amount }) => amount)}::bigint[]) AS g (id, kind, minutes, amount)`)
}
