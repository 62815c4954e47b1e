import type { createAbsence as contract } from '@timedesk/contracts/absences'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { requireActive } from '../../platform/db/references.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { checkAbsence } from './check-absence.ts'
import { requireAbsenceRight } from './may-plan-absence.ts'

/**
 * Records when somebody is away and who stands in. Refuses who may not plan it, people who are not active, and what
 * `checkAbsence` refuses.
 */
export async function recordAbsence(
  tx: Tx,
  context: Context<StaffActor>,
  { employeeId, from, to, delegateId, reason }: z.output<typeof contract.body>,
): Promise<string> {
  requireAbsenceRight(context.actor, employeeId)
  const id = context.newId()
  const name = await requireActive(tx, 'employee', employeeId, '/body/employeeId')
  const delegate = delegateId === null ? null : await requireActive(tx, 'employee', delegateId, '/body/delegateId')
  await checkAbsence(tx, { id, employeeId, delegateId, from, to })
  await tx.rows(Prisma.sql`INSERT INTO absence (id, employee_id, from_day, to_day, delegate_id, reason)
    VALUES (${id}::uuid, ${employeeId}::uuid, ${from}::date, ${to}::date, ${delegateId}::uuid, ${reason})`)
  await appendEvents(tx, context, { kind: 'employee', id: employeeId }, [
    { type: 'absence.recorded', name, from, to, delegate },
  ])
  return id
}
