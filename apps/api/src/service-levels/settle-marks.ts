import type { EventPayload } from '@timedesk/contracts/events'
import type { Clock } from '@timedesk/domain/clocks/clock'
import type { StoredEvent } from '@timedesk/domain/clocks/facts-of'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting, SystemActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendAnyEvents } from '../platform/events/append-events.ts'
import type { KeptMark } from './clock-ground.ts'
import { findEscalations, findLeads } from './escalations.ts'
import { passedMarks, type PassedMark } from './passed-marks.ts'

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }
const BREACH_SHARE = 100
/** What passed longer ago than this is history by now: it is recorded, and nobody is told. */
const TOLD_WITHIN_MS = 24 * 60 * 60 * 1000

type Told = { employeeIds: string[]; departmentIds: string[] }

/**
 * Records each share of a target that has passed since, once: the log tells it at the moment in which it passed, with
 * who had the case then, however late it is recorded (R79).
 */
export async function settleMarks(
  tx: Tx,
  context: Acting,
  { id: caseId, customerId }: { id: string; customerId: string },
  { clocks, facts, kept }: { clocks: readonly Clock[]; facts: readonly StoredEvent[]; kept: readonly KeptMark[] },
): Promise<void> {
  for (const mark of passedMarks(clocks, facts, kept)) {
    const told = await toldOf(tx, mark, context.now)
    const acting = { ...context, actor: NOBODY, now: mark.at }
    await appendAnyEvents(tx, acting, { kind: 'case', id: caseId, caseId, customerId }, [eventOf(mark, told)])
    const eventId = context.written.at(-1)?.id
    await tx.rows(Prisma.sql`INSERT INTO clock_mark (case_id, clock, cycle, share, at, owner_id, event_id)
      VALUES (${caseId}::uuid, ${mark.clock}, ${mark.cycle}, ${mark.share}, ${mark.at}, ${mark.owner.responsibleId}::uuid, ${eventId}::uuid)`)
  }
}

function eventOf({ clock, cycle, share, dueAt, policy, owner }: PassedMark, told: Told): EventPayload {
  return {
    type: share === BREACH_SHARE ? 'clock.breached' : 'clock.warned',
    clock,
    cycle,
    share,
    dueAt: dueAt?.toISOString() ?? null,
    policy,
    ownerId: owner.responsibleId,
    ownerName: owner.responsibleName,
    departmentName: owner.departmentName,
    ...told,
  }
}

/** Whoever had the case, or else everybody of its queue; and whom the policy names for such a moment. */
async function toldOf(tx: Tx, mark: PassedMark, now: Date): Promise<Told> {
  const { owner, isOvertaken, at } = mark
  if (isOvertaken || now.getTime() - at.getTime() > TOLD_WITHIN_MS) return { employeeIds: [], departmentIds: [] }
  const told = {
    employeeIds: new Set(owner.responsibleId === null ? [] : [owner.responsibleId]),
    departmentIds: new Set(owner.responsibleId === null && owner.departmentId !== null ? [owner.departmentId] : []),
  }
  for (const { notify } of await findEscalations(tx, mark.policyId, mark)) {
    for (const id of notify.employeeIds) told.employeeIds.add(id)
    for (const id of notify.departmentIds) told.departmentIds.add(id)
    if (!notify.leads || owner.departmentId === null) continue
    for (const id of await findLeads(tx, owner.departmentId)) told.employeeIds.add(id)
  }
  return { employeeIds: [...told.employeeIds], departmentIds: [...told.departmentIds] }
}
