import { Refusal } from '@timedesk/contracts/refusal'
import { dueOccurrences, type DueOccurrences } from '@timedesk/domain/recurrence/due-occurrences'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { Prisma } from '@timedesk/prisma/client'
import type { Context, SystemActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { orRefusal } from '../../platform/db/savepoint.ts'
import type { Deps } from '../../platform/deps.ts'
import { createCase } from '../create-case.ts'
import { draftOfTemplate } from './draft-of-template.ts'
import { readActiveRecurringCases, readRecurringCase, ruleOf, type RecurringRow } from './find-recurring-cases.ts'

type World = Pick<Deps, 'database' | 'signals' | 'newId' | 'log'>

/** Whose name a case bears that the calendar opened. */
const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }

/**
 * Opens the cases of recurring ones that are due. Each is a transaction of its own that records the day with the case:
 * however late, often or interrupted it runs, and in however many processes, a day comes to one case at most. Where
 * several days have passed, the latest is opened and the others are recorded as overtaken. One that faults keeps no other
 * waiting; it is thrown when all are done, so that the job is tried again.
 */
export async function createDueCases(world: World, now: Date): Promise<void> {
  const faults: unknown[] = []
  const active = await readActiveRecurringCases(world.database.reader)
  for (const { id } of active.filter((row) => dueOf(row, now).day !== null)) {
    try {
      const written = await world.database.transact(async (tx) => {
        const context: Context<SystemActor> = { actor: NOBODY, now, newId: world.newId, requestId: null, written: [] }
        await createDueCase(tx, context, id)
        return context.written
      })
      world.signals.publish(written)
    } catch (error) {
      world.log.error({ err: error, recurringId: id }, 'a recurring case could not be opened')
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some recurring cases could not be opened')
}

/** Asks again behind the lock: another process may have been here meanwhile. */
async function createDueCase(tx: Tx, context: Context<SystemActor>, id: string): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM recurring_case WHERE id = ${id}::uuid FOR UPDATE`)
  const recurring = await readRecurringCase(tx, id)
  const { day, overtaken } = dueOf(recurring, context.now)
  if (day === null || !recurring.isActive) return
  const opened = await orRefusal(tx, context, async () => createCase(tx, context, await draftOfTemplate(tx, recurring)))
  await tx.rows(Prisma.sql`INSERT INTO recurring_case_run (recurring_id, due_on, state, reason, at)
    SELECT ${id}::uuid, g.day, 'skipped', 'overtaken', ${context.now}::timestamptz FROM unnest(${overtaken}::date[]) AS g (day)`)
  const isRefused = opened instanceof Refusal
  await tx.rows(Prisma.sql`INSERT INTO recurring_case_run (recurring_id, due_on, state, case_id, reason, detail, at)
    VALUES (${id}::uuid, ${day}::date, ${isRefused ? 'skipped' : 'created'}, ${isRefused ? null : opened}::uuid,
      ${isRefused ? 'refused' : null}, ${isRefused ? opened.message : null}, ${context.now})`)
}

function dueOf(row: RecurringRow, now: Date): DueOccurrences {
  return dueOccurrences(ruleOf(row), zoneNamed(row.timeZone), { since: row.since, lastDay: row.lastDay, now })
}
