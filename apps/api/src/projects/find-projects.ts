import type { Project, listProjects } from '@timedesk/contracts/projects'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { containing } from '../platform/db/containing.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'

/** Time counts for a project when it was registered on it, or on one of its cases. */
const selection = Prisma.sql`
  SELECT p.id, p.number, json_build_object('id', c.id, 'name', c.name) AS customer, p.name, p.description,
         CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'name', o.name) END AS owner,
         p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", p.is_active AS "isActive",
         (SELECT count(*)::int FROM support_case s WHERE s.project_id = p.id
             AND s.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')) AS "activeCases",
         (SELECT coalesce(sum(t.minutes), 0)::int FROM time_entry t
           WHERE t.project_id = p.id OR t.case_id IN (SELECT s.id FROM support_case s WHERE s.project_id = p.id)) AS minutes, p.version
    FROM project p JOIN customer c ON c.id = p.customer_id LEFT JOIN employee o ON o.id = p.owner_id`

/** A page of projects, by name. */
export async function findProjects(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listProjects.query>,
): Promise<Page<Project>> {
  const binding = bindingOf('projects', query)
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(query)
  const behind = after === null ? Prisma.empty : Prisma.sql`AND (p.name, p.id) > (${after[0]}, ${after[1]}::uuid)`
  const rows = await reader.rows<Project>(
    Prisma.sql`${selection} WHERE ${filter} ${behind} ORDER BY p.name, p.id LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    (row) => [row.name, row.id],
    (row) => row,
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM project p WHERE ${filter}`))
}

/** One project. Refuses with `not_found`. */
export async function findProject(reader: Reader, id: string): Promise<Project> {
  const [row] = await reader.rows<Project>(Prisma.sql`${selection} WHERE p.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

function filterOf({ search, isActive, customerId }: z.output<typeof listProjects.query>): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (search !== undefined) {
    const pattern = containing(search)
    conditions.push(Prisma.sql`(p.name ILIKE ${pattern} OR p.number::text ILIKE ${pattern})`)
  }
  if (isActive !== undefined) conditions.push(Prisma.sql`p.is_active = ${isActive}`)
  if (customerId !== undefined) conditions.push(Prisma.sql`p.customer_id = ${customerId}::uuid`)
  return Prisma.join(conditions, ' AND ')
}
