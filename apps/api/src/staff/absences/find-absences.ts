import type { Absence, listAbsences } from '@timedesk/contracts/absences'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { branchOf, isActiveCase } from '../../helpdesk/active-cases.ts'
import type { StaffActor } from '../../platform/context.ts'
import { countRows } from '../../platform/db/count-rows.ts'
import type { Reader } from '../../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../../platform/http/paging.ts'
import { mayPlanAbsence } from './may-plan-absence.ts'

type Query = z.output<typeof listAbsences.query>
type Row = Omit<Absence, 'can'>

const selection = (now: Date) => Prisma.sql`
  SELECT a.id, json_build_object('id', e.id, 'name', e.name) AS employee, a.from_day::text AS "from", a.to_day::text AS "to",
         CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('id', d.id, 'name', d.name) END AS delegate, a.reason,
         CASE WHEN a.to_day < day.today THEN 'past' WHEN a.from_day > day.today THEN 'coming' ELSE 'now' END AS state,
         (SELECT count(*)::int FROM support_case c WHERE c.responsible_id = e.id AND ${isActiveCase}) AS "openCases", a.version
    FROM absence a JOIN employee e ON e.id = a.employee_id LEFT JOIN employee d ON d.id = a.delegate_id
   CROSS JOIN (SELECT (${now}::timestamptz AT TIME ZONE time_zone)::date AS today FROM company) day`

/** A page of absences, the latest first. */
export async function findAbsences(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  now: Date,
  query: Query,
): Promise<Page<Absence>> {
  // `me` is somebody else to another reader.
  const binding = [bindingOf('absences', query), actor.id]
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(query, actor)
  const behind =
    after === null ? Prisma.empty : Prisma.sql`AND (a.from_day, a.id) < (${after[0]}::date, ${after[1]}::uuid)`
  const rows = await reader.rows<Row>(
    Prisma.sql`${selection(now)} WHERE ${filter} ${behind} ORDER BY a.from_day DESC, a.id DESC LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(binding, query, rows, (row) => [row.from, row.id], presentFor(actor))
  return withTotal(page, query, () =>
    countRows(reader, Prisma.sql`FROM absence a JOIN employee e ON e.id = a.employee_id WHERE ${filter}`),
  )
}

/** One absence. Refuses with `not_found`. */
export async function findAbsence(reader: Reader, actor: StaffActor, now: Date, id: string): Promise<Absence> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection(now)} WHERE a.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return presentFor(actor)(row)
}

function filterOf({ employeeId, departmentId, from, to }: Query, actor: StaffActor): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (employeeId !== undefined)
    conditions.push(Prisma.sql`a.employee_id = ${employeeId === 'me' ? actor.id : employeeId}::uuid`)
  if (departmentId !== undefined) conditions.push(Prisma.sql`e.department_id = ANY(${branchOf(departmentId)})`)
  if (from !== undefined) conditions.push(Prisma.sql`a.to_day >= ${from}::date`)
  if (to !== undefined) conditions.push(Prisma.sql`a.from_day <= ${to}::date`)
  return Prisma.join(conditions, ' AND ')
}

function presentFor(actor: StaffActor): (row: Row) => Absence {
  return (row) => {
    const edit = mayPlanAbsence(actor, row.employee.id)
    return { ...row, can: { edit, handOver: edit && row.delegate !== null && row.state !== 'past' } }
  }
}
