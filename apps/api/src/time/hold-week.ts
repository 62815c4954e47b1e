import { Refusal } from '@timedesk/contracts/refusal'
import type { WeekState } from '@timedesk/contracts/week-sheets'
import { mondayOf } from '@timedesk/domain/calendar/days'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'

/**
 * Holds the weeks that time is written in and what the employee costs, until the transaction ends: whoever writes
 * shares them, and a week that is being moved is waited for. So no open entry gets into a submitted week, and none
 * keeps a cost of before. Take it before the row of an entry and before its cost is read.
 * Refuses with `week_closed` when one of them is submitted or approved.
 */
export async function holdOpenWeeks(tx: Tx, employeeId: string, days: readonly string[]): Promise<void> {
  const mondays = [...new Set(days.map(mondayOf))].sort()
  const [, closed] = await Promise.all([
    tx.rows(
      Prisma.sql`SELECT pg_advisory_xact_lock_shared(g.key) FROM (${keysOf(employeeId, Prisma.sql`${['cost', ...mondays]}::text[]`)}) g`,
    ),
    // A statement of its own, so that it sees what the one that was waited for has written.
    tx.rows<{ monday: string; state: WeekState }>(Prisma.sql`
      SELECT monday::text, state FROM week_sheet
       WHERE employee_id = ${employeeId}::uuid AND monday = ANY(${mondays}::date[]) AND state IN ('submitted', 'approved')
       ORDER BY monday LIMIT 1`),
  ])
  const [week] = closed
  if (week !== undefined)
    throw new Refusal('week_closed', { detail: `The week from ${week.monday} on is ${week.state}.` })
}

/** Holds a week alone, so that it can be moved: waits for whoever writes time in it, and makes them wait. */
export async function holdWeekAlone(tx: Tx, employeeId: string, monday: string): Promise<void> {
  await tx.rows(
    Prisma.sql`SELECT pg_advisory_xact_lock(g.key) FROM (${keysOf(employeeId, Prisma.sql`ARRAY[${monday}::text]`)}) g`,
  )
}

/** Holds alone what an employee costs, so that it can be changed: waits for whoever writes time, and makes them wait. */
export async function holdCostAlone(tx: Tx, employeeId: string): Promise<void> {
  await tx.rows(
    Prisma.sql`SELECT pg_advisory_xact_lock(g.key) FROM (${keysOf(employeeId, Prisma.sql`ARRAY['cost']`)}) g`,
  )
}

/** A week has no row before it is moved for the first time, so it is its name that is locked; in one order for all. */
export function keysOf(employeeId: string, names: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT hashtextextended('time of ' || ${employeeId}::text || ' ' || n.name, 0) AS key
    FROM unnest(${names}) WITH ORDINALITY AS n (name, place) ORDER BY n.place`
}
