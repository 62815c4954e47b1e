import type { ChecklistTemplate } from '@timedesk/contracts/checklists'
import { CHECKLIST_TEMPLATES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

const selection = Prisma.sql`SELECT k.id, k.name, k.items, k.position, k.is_active AS "isActive", k.version,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name, t.id), '[]')
       FROM case_type t WHERE t.id = ANY(k.type_ids)) AS types
  FROM checklist_template k`

/** Checklist templates in their order; all of them unless active or inactive ones are asked for. */
export async function findChecklistTemplates(
  reader: Reader,
  isActive: boolean | undefined,
): Promise<ChecklistTemplate[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE k.is_active = ${isActive}`
  return reader.rows<ChecklistTemplate>(
    Prisma.sql`${selection} ${wanted} ORDER BY k.position, k.name LIMIT ${CHECKLIST_TEMPLATES_MAX}`,
  )
}

/** One checklist template. Refuses with `not_found`. */
export async function findChecklistTemplate(reader: Reader, id: string): Promise<ChecklistTemplate> {
  const [row] = await reader.rows<ChecklistTemplate>(Prisma.sql`${selection} WHERE k.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
