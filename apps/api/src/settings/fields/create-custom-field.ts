import type { CustomField, createCustomField as contract } from '@timedesk/contracts/custom-field-settings'
import { CUSTOM_FIELDS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { findCustomFields } from './find-custom-fields.ts'
import { lockCustomFields } from './lock-custom-fields.ts'
import { requireFieldShape } from './require-field-shape.ts'

/**
 * Creates a custom field; without a position it comes last. Refuses a key that is taken, options that make no list or
 * tree, and rules that speak of what is not there.
 */
export async function createCustomField(
  tx: Tx,
  context: Context,
  { position, ...wanted }: z.output<typeof contract.body>,
): Promise<string> {
  await lockCustomFields(tx)
  const others = await findCustomFields(tx)
  if (others.length >= CUSTOM_FIELDS_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(CUSTOM_FIELDS_MAX)} custom fields at most.` })
  const last = Math.max(0, ...others.map((other) => other.position))
  const own = { id: context.newId(), position: position ?? last + 1, isUsed: false, isActive: true, version: 1 }
  const field: CustomField = { ...wanted, ...own }
  await requireFieldShape(tx, field, others)
  await refuseTaken({ custom_field_key_key: '/body/key' }, () =>
    tx.rows(Prisma.sql`
      INSERT INTO custom_field (id, key, name, name_da, kind, help, help_da, options, rules, for_contacts, position)
      VALUES (${field.id}::uuid, ${field.key}, ${field.name}, ${field.nameDa}, ${field.kind}, ${field.help}, ${field.helpDa},
        ${takenBy(field)}::jsonb, ${JSON.stringify(field.rules)}::jsonb, ${field.forContacts}, ${field.position})`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: field.id }, [
    { type: 'setting.created', setting: 'custom_field', name: field.name },
  ])
  return field.id
}

/** What a field takes, as JSON: options, or a range. */
export function takenBy({ options, range }: Pick<CustomField, 'options' | 'range'>): string {
  return JSON.stringify({ ...(options.length > 0 && { options }), ...(range !== null && { range }) })
}
