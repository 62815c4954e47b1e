import type { CaseTemplate } from '@timedesk/contracts/case-templates'
import { CASE_TEMPLATES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

const referenceTo = (alias: string) =>
  Prisma.raw(
    `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`,
  )

const selection = Prisma.sql`SELECT k.id, k.name, k.subject, k.description, ${referenceTo('t')} AS type, ${referenceTo('p')} AS priority,
    ${referenceTo('d')} AS department, ${referenceTo('e')} AS responsible, ${referenceTo('c')} AS checklist, k.product, k.tags, k.fields,
    k.estimate_minutes AS "estimateMinutes", k.position, k.is_active AS "isActive", k.version
  FROM case_template k LEFT JOIN case_type t ON t.id = k.type_id LEFT JOIN priority p ON p.id = k.priority_id
  LEFT JOIN department d ON d.id = k.department_id LEFT JOIN employee e ON e.id = k.responsible_id
  LEFT JOIN checklist_template c ON c.id = k.checklist_id`

/** Case templates in their order; all of them unless active or inactive ones are asked for. */
export async function findCaseTemplates(reader: Reader, isActive: boolean | undefined): Promise<CaseTemplate[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE k.is_active = ${isActive}`
  return reader.rows<CaseTemplate>(
    Prisma.sql`${selection} ${wanted} ORDER BY k.position, k.name LIMIT ${CASE_TEMPLATES_MAX}`,
  )
}

/** One case template. Refuses with `not_found`. */
export async function findCaseTemplate(reader: Reader, id: string): Promise<CaseTemplate> {
  const [row] = await reader.rows<CaseTemplate>(Prisma.sql`${selection} WHERE k.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
