import type { createCaseTemplate as contract } from '@timedesk/contracts/case-templates'
import { CASE_TEMPLATES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { requireActive } from '../../platform/db/references.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { textOrNull } from '../text-or-null.ts'
import { checkTemplateFields } from './check-template-fields.ts'

/** The unique rule of a case template. */
export const takenTemplateFields = { case_template_name_key: '/body/name' } as const

/** What a template refers to, by the field that names it. */
export const templateReferences = {
  typeId: 'case_type',
  priorityId: 'priority',
  departmentId: 'department',
  responsibleId: 'employee',
  checklistId: 'checklist_template',
} as const

/**
 * Creates a case template; without a position it comes last. Refuses a name that is taken, references that are not
 * active, and values that custom fields cannot hold.
 */
export async function createCaseTemplate(
  tx: Tx,
  context: Context,
  { position, ...wanted }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  if ((await tx.caseTemplate.count()) >= CASE_TEMPLATES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(CASE_TEMPLATES_MAX)} templates at most.` })
  for (const key of Object.keys(templateReferences) as (keyof typeof templateReferences)[]) {
    const referred = wanted[key]
    if (referred !== null) await requireActive(tx, templateReferences[key], referred, `/body/${key}`)
  }
  const fields = await checkTemplateFields(tx, wanted.fields)
  await refuseTaken(takenTemplateFields, () =>
    tx.rows(Prisma.sql`INSERT INTO case_template (id, name, subject, description, type_id, priority_id, department_id, responsible_id,
        checklist_id, product, tags, fields, estimate_minutes, position)
      SELECT ${id}::uuid, ${wanted.name}, ${wanted.subject}, ${wanted.description}, ${wanted.typeId}::uuid, ${wanted.priorityId}::uuid,
        ${wanted.departmentId}::uuid, ${wanted.responsibleId}::uuid, ${wanted.checklistId}::uuid, ${textOrNull(wanted.product)},
        ${[...new Set(wanted.tags)]}::text[], ${JSON.stringify(fields)}::jsonb, ${wanted.estimateMinutes},
        coalesce(${position ?? null}::int, (SELECT max(position) + 1 FROM case_template), 1)`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.created', setting: 'case_template', name: wanted.name },
  ])
  return id
}
