import type { createChecklistTemplate as contract } from '@timedesk/contracts/checklists'
import { CHECKLIST_TEMPLATES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { refusedReference } from '../lock-case.ts'

/** The unique rule of a checklist template. */
export const takenChecklistFields = { checklist_template_name_key: '/body/name' } as const

/** Creates a checklist template; without a position it comes last. Refuses a name that is taken, and unknown types. */
export async function createChecklistTemplate(
  tx: Tx,
  context: Context,
  { name, items, typeIds, position }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  if ((await tx.checklistTemplate.count()) >= CHECKLIST_TEMPLATES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(CHECKLIST_TEMPLATES_MAX)} templates at most.` })
  await requireTypes(tx, typeIds)
  await refuseTaken(takenChecklistFields, () =>
    tx.rows(Prisma.sql`INSERT INTO checklist_template (id, name, items, type_ids, position)
      SELECT ${id}::uuid, ${name}, ${JSON.stringify(items)}::jsonb, ${typeIds}::uuid[],
             coalesce(${position ?? null}::int, (SELECT max(position) + 1 FROM checklist_template), 1)`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [
    { type: 'setting.created', setting: 'checklist_template', name },
  ])
  return id
}

/** Refuses with `reference_refused` a type that does not exist; one that takes no new cases may stay. */
export async function requireTypes(tx: Tx, typeIds: readonly string[]): Promise<void> {
  const rows = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM case_type WHERE id = ANY(${typeIds}::uuid[])`)
  const at = typeIds.findIndex((typeId) => !rows.some(({ id }) => id === typeId))
  if (at >= 0) throw refusedReference(`/body/typeIds/${String(at)}`, 'The case type does not exist.')
}
