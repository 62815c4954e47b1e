import type { Handover } from '@timedesk/contracts/absences'
import { Refusal } from '@timedesk/contracts/refusal'
import { departmentPath, standInFor, type Person, type Staffing } from '@timedesk/domain/dispatch/staffing'
import type { Dispatch } from '@timedesk/domain/helpdesk/decide-dispatch'
import { Prisma } from '@timedesk/prisma/client'
import { loadDispatchGround } from '../../dispatch/load-dispatch-ground.ts'
import { isActiveCase } from '../../helpdesk/active-cases.ts'
import { handOn } from '../../helpdesk/hand-on.ts'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { lockAbsence } from './change-absence.ts'
import { requireAbsenceRight } from './may-plan-absence.ts'

/** How many cases one call moves; each has its entry in the log. */
const CASES_PER_CALL_MAX = 500

type Away = { employee: { id: string; name: string }; from: string; to: string }
type Given = { absenceId: string; comment?: string | undefined }

/** How many cases would go to whom now. Refuses with `not_found`. */
export async function previewHandover(reader: Reader, now: Date, { absenceId }: Given): Promise<Handover> {
  const [absence] = await reader.rows<Away>(Prisma.sql`
    SELECT json_build_object('id', e.id, 'name', e.name) AS employee, a.from_day::text AS "from", a.to_day::text AS "to"
      FROM absence a JOIN employee e ON e.id = a.employee_id WHERE a.id = ${absenceId}::uuid`)
  if (absence === undefined) throw new Refusal('not_found')
  const { delegate, staffing } = await findDelegate(reader, now, absence)
  const own = delegate === null ? [] : departmentPath(delegate.departmentId, staffing.departments)
  const [counts] = await reader.rows<{ all: number; elsewhere: number }>(Prisma.sql`
    SELECT count(*)::int AS "all", (count(*) FILTER (WHERE c.department_id <> ALL(${own}::uuid[])))::int AS elsewhere
      FROM support_case c WHERE c.responsible_id = ${absence.employee.id}::uuid AND ${isActiveCase}`)
  const all = counts?.all ?? 0
  const cases = delegate === null ? 0 : all
  const otherDepartment = delegate === null ? 0 : (counts?.elsewhere ?? 0)
  return { delegate: named(delegate), cases, otherDepartment, left: all - cases }
}

/**
 * Moves the active cases of somebody who is away, or will be, to whoever stands in on the first day that is left of it;
 * a case whose department the delegate does not belong to changes to the delegate's. At most 500 at once.
 * Refuses who may not plan it, and with `absence_refused` one that is over or in which nobody stands in.
 */
export async function handOverCases(
  tx: Tx,
  context: Context<StaffActor>,
  { absenceId, comment }: Given,
): Promise<Handover> {
  const absence = await lockAbsence(tx, absenceId)
  requireAbsenceRight(context.actor, absence.employee.id)
  const { delegate, staffing, isOver } = await findDelegate(tx, context.now, absence)
  if (isOver) throw new Refusal('absence_refused', { detail: 'The absence is over.' })
  if (delegate === null) throw new Refusal('absence_refused', { detail: 'Nobody stands in.' })
  const cases = await lockCasesOf(tx, absence.employee.id)
  const own = departmentPath(delegate.departmentId, staffing.departments)
  const home = { id: delegate.departmentId, name: staffing.departments.get(delegate.departmentId)?.name ?? '' }
  const why = { rule: 'by_absence', insteadOf: absence.employee.name } as const
  let otherDepartment = 0
  for (const { id, customerId, department } of cases) {
    const before: Dispatch = { department, responsible: absence.employee }
    const belongs = own.includes(department.id)
    if (!belongs) otherDepartment += 1
    const to = { department: belongs ? department : home, responsible: delegate }
    await handOn(tx, context, { id, customerId }, before, { ...to, ...(hasWords(comment) && { comment }) }, why)
  }
  if (cases.length > 0)
    await appendEvents(tx, context, { kind: 'employee', id: absence.employee.id }, [
      { type: 'absence.handed_over', name: absence.employee.name, delegate: delegate.name, cases: cases.length },
    ])
  return {
    delegate: named(delegate),
    cases: cases.length,
    otherDepartment,
    left: await countCasesOf(tx, absence.employee.id),
  }
}

/** Who stands in on the first day that is left of an absence. */
async function findDelegate(
  reader: Reader,
  now: Date,
  { employee, from, to }: Away,
): Promise<{ delegate: Person | null; staffing: Staffing; isOver: boolean }> {
  const [day] = await reader.rows<{ today: string }>(
    Prisma.sql`SELECT (${now}::timestamptz AT TIME ZONE time_zone)::date::text AS today FROM company`,
  )
  const today = day?.today ?? from
  const { staffing } = await loadDispatchGround(reader, today > from ? today : from)
  const delegateId = today > to ? null : standInFor(employee.id, staffing)
  return {
    delegate: (delegateId === null ? null : staffing.people.get(delegateId)) ?? null,
    staffing,
    isOver: today > to,
  }
}

type Held = { id: string; customerId: string; department: { id: string; name: string } }

async function lockCasesOf(tx: Tx, employeeId: string): Promise<Held[]> {
  return tx.rows<Held>(Prisma.sql`
    SELECT c.id, c.customer_id AS "customerId", (SELECT json_build_object('id', d.id, 'name', d.name) FROM department d WHERE d.id = c.department_id) AS department
      FROM support_case c WHERE c.responsible_id = ${employeeId}::uuid AND ${isActiveCase}
     ORDER BY c.id LIMIT ${CASES_PER_CALL_MAX} FOR NO KEY UPDATE OF c`)
}

async function countCasesOf(reader: Reader, employeeId: string): Promise<number> {
  const [row] = await reader.rows<{ left: number }>(
    Prisma.sql`SELECT count(*)::int AS left FROM support_case c WHERE c.responsible_id = ${employeeId}::uuid AND ${isActiveCase}`,
  )
  return row?.left ?? 0
}

function hasWords(comment: string | undefined): comment is string {
  return comment !== undefined && comment !== ''
}

function named(person: Person | null) {
  return person === null ? null : { id: person.id, name: person.name }
}
