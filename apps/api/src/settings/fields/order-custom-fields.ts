import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { findCustomFields } from './find-custom-fields.ts'
import { lockCustomFields } from './lock-custom-fields.ts'

/** Puts the custom fields in an order. Refuses with `reference_refused` a list that does not name each of them once. */
export async function orderCustomFields(tx: Tx, context: Context, fieldIds: readonly string[]): Promise<void> {
  await lockCustomFields(tx)
  const fields = await findCustomFields(tx)
  const isWhole = fields.length === fieldIds.length && fields.every(({ id }) => fieldIds.includes(id))
  if (!isWhole) throw refusedReference('/body/fieldIds', 'Each field has to be named once.')
  await tx.rows(Prisma.sql`UPDATE custom_field f SET position = g.position FROM unnest(${fieldIds}::uuid[]) WITH ORDINALITY AS g (id, position)
    WHERE f.id = g.id`)
  for (const { id, name, position } of fields) {
    const to = fieldIds.indexOf(id) + 1
    if (to === position) continue
    const changes = [{ field: 'position', from: String(position), to: String(to) }]
    await appendEvents(tx, context, { kind: 'setting', id }, [
      { type: 'setting.changed', setting: 'custom_field', name, changes },
    ])
  }
}
