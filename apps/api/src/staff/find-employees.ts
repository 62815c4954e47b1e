import { Refusal } from '@timedesk/contracts/refusal'
import type { Employee, listEmployees } from '@timedesk/contracts/staff'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { containing } from '../platform/db/containing.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { skillsOfEmployee } from './skills/employee-skills.ts'

type Row = Omit<Employee, 'lastSignedInAt'> & { lastSignedInAt: Date | null }

const selection = Prisma.sql`
  SELECT e.id, e.initials, e.name, e.email, e.role, json_build_object('id', d.id, 'name', d.name) AS department, e.language,
         e.is_active AS "isActive", e.password_hash IS NOT NULL AS "hasPassword", e.last_signed_in_at AS "lastSignedInAt",
         CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name) END AS "priceClass", e.working_minutes AS "workingMinutes",
         ${skillsOfEmployee} AS skills,
         (SELECT count(*)::int FROM support_case c WHERE c.responsible_id = e.id
             AND c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')) AS "openCases", e.version
    FROM employee e JOIN department d ON d.id = e.department_id LEFT JOIN price_class p ON p.id = e.price_class_id`

/** A page of employees, by name. */
export async function findEmployees(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listEmployees.query>,
): Promise<Page<Employee>> {
  const binding = bindingOf('employees', query)
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(query)
  const behind = after === null ? Prisma.empty : Prisma.sql`AND (e.name, e.id) > (${after[0]}, ${after[1]}::uuid)`
  const rows = await reader.rows<Row>(
    Prisma.sql`${selection} WHERE ${filter} ${behind} ORDER BY e.name, e.id LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(binding, query, rows, (row) => [row.name, row.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM employee e WHERE ${filter}`))
}

/** One employee. Refuses with `not_found`. */
export async function findEmployee(reader: Reader, id: string): Promise<Employee> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection} WHERE e.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

function filterOf({ search, isActive, departmentId }: z.output<typeof listEmployees.query>): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (search !== undefined) {
    const pattern = containing(search)
    conditions.push(Prisma.sql`(e.name ILIKE ${pattern} OR e.initials ILIKE ${pattern} OR e.email ILIKE ${pattern})`)
  }
  if (isActive !== undefined) conditions.push(Prisma.sql`e.is_active = ${isActive}`)
  if (departmentId !== undefined) conditions.push(Prisma.sql`e.department_id = ${departmentId}::uuid`)
  return Prisma.join(conditions, ' AND ')
}

function present({ lastSignedInAt, ...row }: Row): Employee {
  return { ...row, lastSignedInAt: lastSignedInAt?.toISOString() ?? null }
}
