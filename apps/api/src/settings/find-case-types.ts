import { Refusal } from '@timedesk/contracts/refusal'
import type { CaseType } from '@timedesk/contracts/case-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** How many case types there may be; the whole tree is one answer. */
export const CASE_TYPES_MAX = 500

const columns = Prisma.sql`
  t.id, t.name, CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name) END AS parent,
  CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('id', d.id, 'name', d.name) END AS department,
  CASE WHEN e.id IS NULL THEN NULL ELSE json_build_object('id', e.id, 'name', e.name) END AS responsible,
  CASE WHEN w.id IS NULL THEN NULL ELSE json_build_object('id', w.id, 'name', w.name) END AS workflow,
  t.position, t.is_active AS "isActive", t.version`
const joins = Prisma.sql`LEFT JOIN case_type p ON p.id = t.parent_id
  LEFT JOIN department d ON d.id = t.department_id LEFT JOIN employee e ON e.id = t.responsible_id
  LEFT JOIN workflow w ON w.id = t.workflow_id`

/** The tree of case types as a list: each type before its branches, siblings by position and name. */
export async function findCaseTypes(reader: Reader): Promise<CaseType[]> {
  return reader.rows<CaseType>(Prisma.sql`
    WITH RECURSIVE tree AS (
      SELECT id, ARRAY[ROW(position, name, id)] AS place FROM case_type WHERE parent_id IS NULL
      UNION ALL SELECT c.id, t.place || ROW(c.position, c.name, c.id) FROM case_type c JOIN tree t ON c.parent_id = t.id)
    SELECT ${columns} FROM tree JOIN case_type t ON t.id = tree.id ${joins} ORDER BY tree.place LIMIT ${CASE_TYPES_MAX}`)
}

/** One case type. Refuses with `not_found`. */
export async function findCaseType(reader: Reader, id: string): Promise<CaseType> {
  const [row] = await reader.rows<CaseType>(
    Prisma.sql`SELECT ${columns} FROM case_type t ${joins} WHERE t.id = ${id}::uuid`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}
