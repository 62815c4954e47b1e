import { chooseChannels, type Chosen } from '@timedesk/domain/notices/choose-channels'
import { mailTimeOf } from '@timedesk/domain/notices/mail-time'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { WrittenEvent } from '../platform/context.ts'
import type { Deps } from '../platform/deps.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DeliveredEvent } from '../platform/events/relay.ts'
import { pass } from '../platform/realtime/pass.ts'
import type { CaseFacts } from './case-facts.ts'
import { claimsOf, type Audience } from './counterparts.ts'
import { findCandidates, type Candidate } from './find-candidates.ts'
import { holdLetter } from './held-letters.ts'
import { scheduleOf } from './mail-schedules.ts'
import { writeStaffMail } from './write-staff-mail.ts'

type World = Pick<Deps, 'newId' | 'now' | 'publicUrl'>

/**
 * Tells the staff whom an event concerns, each once and as they chose: in the app, by mail, or by mail later. Runs in
 * the delivery's transaction, so that a repeated delivery finds it done.
 */
export async function tellStaff(
  tx: Tx,
  deps: World,
  event: DeliveredEvent,
  told: { facts: CaseFacts; audience: Audience; written: WrittenEvent[] },
): Promise<void> {
  for (const candidate of await findCandidates(tx, told.audience, told.facts.id)) {
    const chosen = chooseChannels(claimsOf(candidate, told.audience.tellings), candidate.choices)
    if (chosen === null) continue
    const { facts } = told
    if (chosen.inApp && (await insertNotice(tx, deps, event, { candidate, chosen, facts })))
      pass({ written: told.written, newId: deps.newId }, 'notices.changed', { employeeId: candidate.id })
    if (chosen.mail) await mailOrHold(tx, deps, event, { candidate, chosen, facts })
  }
}

type Told = { candidate: Candidate; chosen: Chosen; facts: CaseFacts }

/** Resolves with false when the person has been told of the event before. */
async function insertNotice(
  tx: Tx,
  { newId }: World,
  event: DeliveredEvent,
  { candidate, chosen, facts }: Told,
): Promise<boolean> {
  const inserted = await tx.rows(Prisma.sql`
    INSERT INTO staff_notice (id, employee_id, event_id, case_id, created_at, reason, level)
    VALUES (${newId()}::uuid, ${candidate.id}::uuid, ${event.id}::uuid, ${facts.id}::uuid, ${event.at}, ${chosen.reason}, ${chosen.level})
    ON CONFLICT DO NOTHING RETURNING 1`)
  return inserted.length > 0
}

async function mailOrHold(
  tx: Tx,
  deps: World,
  event: DeliveredEvent,
  { candidate, chosen, facts }: Told,
): Promise<void> {
  const now = deps.now()
  const zone = zoneNamed(candidate.schedule?.timeZone ?? facts.timeZone)
  const time = mailTimeOf(chosen.level, scheduleOf(candidate.schedule), zone, now)
  if (time.heldFor === null) return writeStaffMail(tx, deps, event, { to: candidate, why: chosen, facts })
  const { reason, scope } = chosen
  const letter = { eventId: event.id, caseId: facts.id, reason, scope, ...time }
  await holdLetter(tx, { id: deps.newId(), employeeId: candidate.id, now }, letter)
}
