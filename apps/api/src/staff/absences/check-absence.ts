import { Refusal } from '@timedesk/contracts/refusal'
import { findCircle, overlaps, type AbsenceSpan } from '@timedesk/domain/dispatch/find-circle'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

type Planned = AbsenceSpan & { id: string; name: string }

/**
 * Refuses with `absence_refused` days in the wrong order, days on which the person is away already, and delegates who
 * would stand in for each other in a circle. Absences are planned one after the other, so that no two that fit alone
 * make a circle together.
 */
export async function checkAbsence(tx: Tx, wanted: AbsenceSpan & { id: string }): Promise<void> {
  if (wanted.from > wanted.to) throw refusedAbsence('/body/to', 'days_reversed', 'The last day comes before the first.')
  if (wanted.delegateId === wanted.employeeId)
    throw refusedAbsence('/body/delegateId', 'circle', 'Nobody stands in for themselves.')
  await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('absences'))`)
  const others = await tx.rows<Planned>(Prisma.sql`
    SELECT a.id, a.employee_id AS "employeeId", a.delegate_id AS "delegateId", a.from_day::text AS "from", a.to_day::text AS "to", e.name
      FROM absence a JOIN employee e ON e.id = a.employee_id
     WHERE a.id <> ${wanted.id}::uuid AND a.from_day <= ${wanted.to}::date AND a.to_day >= ${wanted.from}::date`)
  if (others.some((other) => other.employeeId === wanted.employeeId && overlaps(other, wanted)))
    throw refusedAbsence('/body/from', 'overlaps', 'The person is away already on some of these days.')
  const circle = findCircle(wanted, others)
  if (circle === null) return
  const names = circle.flatMap((id) => others.find(({ employeeId }) => employeeId === id)?.name ?? [])
  const way = names.length === 0 ? '' : ` Away at the same time: ${[...new Set(names)].join(', ')}.`
  throw refusedAbsence('/body/delegateId', 'circle', `They would stand in for each other in a circle.${way}`)
}

function refusedAbsence(pointer: string, code: string, message: string): Refusal {
  return new Refusal('absence_refused', { detail: message, fields: [{ pointer, code, message }] })
}
