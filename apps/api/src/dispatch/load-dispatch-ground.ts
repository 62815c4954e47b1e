import type { DispatchRule } from '@timedesk/domain/dispatch/place-by-rule'
import type { Person, Queue, Staffing } from '@timedesk/domain/dispatch/staffing'
import type { DispatchType } from '@timedesk/domain/helpdesk/decide-dispatch'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** All that says where cases go on a day: rules, types, the default queue, and who is there. */
export type DispatchGround = {
  rules: DispatchRule[]
  types: ReadonlyMap<string, DispatchType>
  defaultDepartmentId: string
  staffing: Staffing
}

/** The day of a moment by the calendar of company `co`. */
export const dayOf = (moment: Date) => Prisma.sql`(${moment}::timestamptz AT TIME ZONE co.time_zone)::date`

/** Whether where a new case goes depends on more than its type: on a rule, or on somebody who is away. */
export async function asksRules(reader: Reader, now: Date): Promise<boolean> {
  const [row] = await reader.rows<{ asks: boolean }>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM dispatch_rule WHERE is_active)
        OR EXISTS (SELECT 1 FROM absence a CROSS JOIN company co WHERE ${dayOf(now)} BETWEEN a.from_day AND a.to_day) AS asks`)
  return row?.asks === true
}

type Row = {
  defaultDepartmentId: string
  rules: DispatchRule[]
  types: DispatchType[]
  people: Person[]
  departments: (Queue & { id: string })[]
  away: { employeeId: string; delegateId: string | null }[]
}

/** `on` is a moment, or a day `YYYY-MM-DD` to come. */
export async function loadDispatchGround(reader: Reader, on: Date | string): Promise<DispatchGround> {
  const day = typeof on === 'string' ? Prisma.sql`${on}::date` : dayOf(on)
  const [row] = await reader.rows<Row>(groundQuery(day))
  if (row === undefined) throw new Error('The database has no company')
  const { defaultDepartmentId, rules, types, people, departments, away } = row
  return {
    rules,
    defaultDepartmentId,
    types: new Map(types.map((type) => [type.id, type])),
    staffing: {
      people: new Map(people.map((person) => [person.id, person])),
      departments: new Map(departments.map(({ id, ...queue }) => [id, queue])),
      away: new Map(away.map(({ employeeId, delegateId }) => [employeeId, delegateId])),
    },
  }
}

function groundQuery(day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT co.default_department_id AS "defaultDepartmentId",
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'conditions', r.conditions, 'target', r.target,
        'lastEmployeeId', r.last_employee_id) ORDER BY r.position, r.id), '[]') FROM dispatch_rule r WHERE r.is_active) AS rules,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'parentId', t.parent_id, 'departmentId', t.department_id,
        'responsibleId', t.responsible_id)), '[]') FROM case_type t) AS types,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'departmentId', e.department_id)), '[]')
        FROM employee e WHERE e.is_active) AS people,
    (SELECT json_agg(json_build_object('id', d.id, 'name', d.name, 'parentId', d.parent_id, 'isActive', d.is_active))
        FROM department d) AS departments,
    (SELECT coalesce(json_agg(json_build_object('employeeId', a.employee_id, 'delegateId', a.delegate_id)), '[]')
        FROM absence a WHERE ${day} BETWEEN a.from_day AND a.to_day) AS away
    FROM company co`
}
