import type { ChecklistTemplate, updateChecklistTemplate as contract } from '@timedesk/contracts/checklists'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { requireTypes, takenChecklistFields } from './create-checklist-template.ts'
import { findChecklistTemplate } from './find-checklist-templates.ts'

/**
 * Changes or deactivates a checklist template; checklists of cases stay as they are. Refuses a stale version, a name
 * that is taken, and unknown types.
 */
export async function updateChecklistTemplate(
  tx: Tx,
  context: Context,
  { templateId, ...wanted }: { templateId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM checklist_template WHERE id = ${templateId}::uuid FOR UPDATE`)
  const before = await findChecklistTemplate(tx, templateId)
  requireVersion(before.version, ifMatch)
  const typeIds = wanted.typeIds ?? before.types.map(({ id }) => id)
  await requireTypes(tx, typeIds)
  await refuseTaken(takenChecklistFields, () =>
    tx.rows(Prisma.sql`UPDATE checklist_template SET name = ${wanted.name ?? before.name}, type_ids = ${typeIds}::uuid[],
        items = ${JSON.stringify(wanted.items ?? before.items)}::jsonb, position = ${wanted.position ?? before.position},
        is_active = ${wanted.isActive ?? before.isActive}
      WHERE id = ${templateId}::uuid`),
  )
  const after = await findChecklistTemplate(tx, templateId)
  const changes = changesBetween(shown(before), shown(after))
  if (changes.length === 0) return
  await tx.rows(Prisma.sql`UPDATE checklist_template SET version = version + 1 WHERE id = ${templateId}::uuid`)
  await appendEvents(tx, context, { kind: 'setting', id: templateId }, [
    { type: 'setting.changed', setting: 'checklist_template', name: after.name, changes },
  ])
}

function shown({ name, items, types, position, isActive }: ChecklistTemplate) {
  return {
    name,
    items: items.map(({ text, isRequired }) => (isRequired ? `${text} *` : text)),
    types: types.length === 0 ? null : types.map((type) => type.name),
    position,
    isActive,
  }
}
