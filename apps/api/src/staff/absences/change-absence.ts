import type { updateAbsence as contract } from '@timedesk/contracts/absences'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { chooseReference } from '../../platform/db/references.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { checkAbsence } from './check-absence.ts'
import { requireAbsenceRight } from './may-plan-absence.ts'

type Named = { id: string; name: string }

/** An absence that nobody else can change until the transaction ends. */
export type LockedAbsence = {
  id: string
  employee: Named
  delegate: Named | null
  from: string
  to: string
  reason: string
  version: number
}

/** Refuses with `not_found`. */
export async function lockAbsence(tx: Tx, id: string): Promise<LockedAbsence> {
  const named = (alias: string) =>
    Prisma.raw(`(SELECT json_build_object('id', n.id, 'name', n.name) FROM employee n WHERE n.id = ${alias})`)
  const [row] = await tx.rows<LockedAbsence>(Prisma.sql`
    SELECT a.id, ${named('a.employee_id')} AS employee, ${named('a.delegate_id')} AS delegate, a.from_day::text AS "from", a.to_day::text AS "to",
           a.reason, a.version FROM absence a WHERE a.id = ${id}::uuid FOR UPDATE`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/**
 * Changes an absence; cases stay where they are. Refuses who may not plan it, a stale version, a delegate who is not
 * active, and what `checkAbsence` refuses.
 */
export async function changeAbsence(
  tx: Tx,
  context: Context<StaffActor>,
  { absenceId, ...wanted }: { absenceId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockAbsence(tx, absenceId)
  const { employee } = before
  requireAbsenceRight(context.actor, employee.id)
  requireVersion(before.version, ifMatch)
  const after = {
    from: wanted.from ?? before.from,
    to: wanted.to ?? before.to,
    reason: wanted.reason ?? before.reason,
    delegate: await chooseReference(tx, 'employee', wanted.delegateId, before.delegate, '/body/delegateId'),
  }
  if (isSame(before, after)) return
  const { from, to, reason, delegate } = after
  await checkAbsence(tx, { id: absenceId, employeeId: employee.id, delegateId: delegate?.id ?? null, from, to })
  await tx.rows(Prisma.sql`UPDATE absence SET from_day = ${from}::date, to_day = ${to}::date, delegate_id = ${delegate?.id ?? null}::uuid,
      reason = ${reason}, version = version + 1 WHERE id = ${absenceId}::uuid`)
  await appendEvents(tx, context, { kind: 'employee', id: employee.id }, [
    { type: 'absence.changed', name: employee.name, from, to, delegate: delegate?.name ?? null },
  ])
}

/** Removes an absence; cases stay where they are. Refuses who may not plan it. */
export async function removeAbsence(
  tx: Tx,
  context: Context<StaffActor>,
  { absenceId }: { absenceId: string },
): Promise<void> {
  const { employee, from, to } = await lockAbsence(tx, absenceId)
  requireAbsenceRight(context.actor, employee.id)
  await tx.rows(Prisma.sql`DELETE FROM absence WHERE id = ${absenceId}::uuid`)
  await appendEvents(tx, context, { kind: 'employee', id: employee.id }, [
    { type: 'absence.removed', name: employee.name, from, to },
  ])
}

type Kept = Pick<LockedAbsence, 'from' | 'to' | 'reason' | 'delegate'>

function isSame(before: Kept, after: Kept): boolean {
  return (
    before.from === after.from &&
    before.to === after.to &&
    before.reason === after.reason &&
    before.delegate?.id === after.delegate?.id
  )
}
