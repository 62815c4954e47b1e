import { isDeepStrictEqual } from 'node:util'
import type { CaseTemplate, updateCaseTemplate as contract } from '@timedesk/contracts/case-templates'
import type { FieldValues } from '@timedesk/contracts/custom-fields'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { chooseReference } from '../../platform/db/references.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { findCustomFields } from '../../settings/fields/find-custom-fields.ts'
import { fieldChanges } from '../fields/describe-fields.ts'
import { textOrNull } from '../text-or-null.ts'
import { checkTemplateFields } from './check-template-fields.ts'
import { takenTemplateFields } from './create-case-template.ts'
import { findCaseTemplate } from './find-case-templates.ts'

type Wanted = z.output<typeof contract.body>

/**
 * Changes or deactivates a case template; cases stay as they are. Refuses a stale version, a name that is taken,
 * references that are not active, values that custom fields cannot hold, and to deactivate what recurring cases use.
 */
export async function updateCaseTemplate(
  tx: Tx,
  context: Context,
  { templateId, ...wanted }: { templateId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM case_template WHERE id = ${templateId}::uuid FOR UPDATE`)
  const before = await findCaseTemplate(tx, templateId)
  requireVersion(before.version, ifMatch)
  if (wanted.isActive === false && before.isActive) await requireUnused(tx, templateId)
  const after = await templateAfter(tx, before, wanted)
  if (isDeepStrictEqual(before, after)) return
  const changes = [
    ...changesBetween(shown(before), shown(after)),
    ...(await customChanges(tx, before.fields, after.fields)),
  ]
  await refuseTaken(takenTemplateFields, () =>
    tx.rows(Prisma.sql`UPDATE case_template SET name = ${after.name}, subject = ${after.subject}, description = ${after.description},
        type_id = ${after.type?.id ?? null}::uuid, priority_id = ${after.priority?.id ?? null}::uuid, department_id = ${after.department?.id ?? null}::uuid,
        responsible_id = ${after.responsible?.id ?? null}::uuid, checklist_id = ${after.checklist?.id ?? null}::uuid, product = ${after.product},
        tags = ${after.tags}::text[], fields = ${JSON.stringify(after.fields)}::jsonb, estimate_minutes = ${after.estimateMinutes},
        position = ${after.position}, is_active = ${after.isActive}, version = version + 1
      WHERE id = ${templateId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: templateId }, [
    { type: 'setting.changed', setting: 'case_template', name: after.name, changes },
  ])
}

async function templateAfter(tx: Tx, before: CaseTemplate, wanted: Wanted): Promise<CaseTemplate> {
  const { product, tags, fields, estimateMinutes } = wanted
  return {
    ...before,
    name: wanted.name ?? before.name,
    subject: wanted.subject ?? before.subject,
    description: wanted.description ?? before.description,
    type: await chooseReference(tx, 'case_type', wanted.typeId, before.type, '/body/typeId'),
    priority: await chooseReference(tx, 'priority', wanted.priorityId, before.priority, '/body/priorityId'),
    department: await chooseReference(tx, 'department', wanted.departmentId, before.department, '/body/departmentId'),
    responsible: await chooseReference(tx, 'employee', wanted.responsibleId, before.responsible, '/body/responsibleId'),
    checklist: await chooseReference(
      tx,
      'checklist_template',
      wanted.checklistId,
      before.checklist,
      '/body/checklistId',
    ),
    product: product === undefined ? before.product : textOrNull(product),
    tags: tags === undefined ? before.tags : [...new Set(tags)],
    fields: fields === undefined ? before.fields : await checkTemplateFields(tx, fields, before.fields),
    estimateMinutes: estimateMinutes === undefined ? before.estimateMinutes : estimateMinutes,
    position: wanted.position ?? before.position,
    isActive: wanted.isActive ?? before.isActive,
  }
}

async function customChanges(tx: Tx, before: FieldValues, after: FieldValues) {
  const fields = await findCustomFields(tx)
  return fieldChanges(fields, before, after, new Map()).map(({ field, from, to }) => ({ field, from, to }))
}

async function requireUnused(tx: Tx, templateId: string): Promise<void> {
  const uses = await tx.recurringCase.count({ where: { templateId, isActive: true } })
  const users = uses === 1 ? 'One recurring case uses' : `${String(uses)} recurring cases use`
  if (uses > 0) throw new Refusal('still_in_use', { detail: `${users} it.` })
}

function shown({ id: _id, version: _version, fields: _fields, ...template }: CaseTemplate) {
  return {
    ...template,
    type: template.type?.name ?? null,
    priority: template.priority?.name ?? null,
    department: template.department?.name ?? null,
    responsible: template.responsible?.name ?? null,
    checklist: template.checklist?.name ?? null,
    tags: template.tags.length === 0 ? null : template.tags,
  }
}
