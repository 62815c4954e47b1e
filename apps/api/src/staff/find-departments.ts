import { Refusal } from '@timedesk/contracts/refusal'
import type { Department, listDepartments } from '@timedesk/contracts/staff'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { containing } from '../platform/db/containing.ts'
import { countRows } from '../platform/db/count-rows.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'

type Row = {
  id: string
  name: string
  parentId: string | null
  parentName: string | null
  isActive: boolean
  version: number
}

const selection = Prisma.sql`SELECT d.id, d.name, d.parent_id AS "parentId", p.name AS "parentName", d.is_active AS "isActive", d.version
  FROM department d LEFT JOIN department p ON p.id = d.parent_id`

/** A page of departments, by name. */
export async function findDepartments(
  reader: Reader,
  paging: Paging,
  query: z.output<typeof listDepartments.query>,
): Promise<Page<Department>> {
  const binding = bindingOf('departments', query)
  const after = paging.keyAfter(binding, query)
  const conditions = [Prisma.sql`true`]
  if (query.search !== undefined) conditions.push(Prisma.sql`d.name ILIKE ${containing(query.search)}`)
  if (query.isActive !== undefined) conditions.push(Prisma.sql`d.is_active = ${query.isActive}`)
  const filter = Prisma.join(conditions, ' AND ')
  const behind = after === null ? Prisma.empty : Prisma.sql`AND (d.name, d.id) > (${after[0]}, ${after[1]}::uuid)`
  const rows = await reader.rows<Row>(
    Prisma.sql`${selection} WHERE ${filter} ${behind} ORDER BY d.name, d.id LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(binding, query, rows, (row) => [row.name, row.id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM department d WHERE ${filter}`))
}

/** One department. Refuses with `not_found`. */
export async function findDepartment(reader: Reader, id: string): Promise<Department> {
  const [row] = await reader.rows<Row>(Prisma.sql`${selection} WHERE d.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return present(row)
}

function present({ parentId, parentName, ...row }: Row): Department {
  return { ...row, parent: parentId === null || parentName === null ? null : { id: parentId, name: parentName } }
}
