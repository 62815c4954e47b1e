import { isDeepStrictEqual } from 'node:util'
import type { CustomField, updateCustomField as contract } from '@timedesk/contracts/custom-field-settings'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { workflowsRequiring } from '../workflow/find-workflows.ts'
import { takenBy } from './create-custom-field.ts'
import { describeField, findRuleNames } from './describe-field.ts'
import { findCustomFields } from './find-custom-fields.ts'
import { lockCustomFields } from './lock-custom-fields.ts'
import { requireFieldShape, requireOthersAnswered } from './require-field-shape.ts'

/**
 * Changes or deactivates a custom field; the values of cases stay as they are. Refuses a stale version, options that
 * make no list or tree and rules that speak of what is not there; and with `still_in_use` another kind once there are
 * values, options left out that cases or templates have chosen, what the rules of other fields ask for, and to deactivate
 * what a workflow requires.
 */
export async function updateCustomField(
  tx: Tx,
  context: Context,
  { fieldId, ...wanted }: { fieldId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  await lockCustomFields(tx)
  const fields = await findCustomFields(tx)
  const before = fields.find(({ id }) => id === fieldId)
  if (before === undefined) throw new Refusal('not_found')
  requireVersion(before.version, ifMatch)
  const after = fieldAfter(before, wanted)
  if (isDeepStrictEqual(before, after)) return
  const others = fields.filter(({ id }) => id !== fieldId)
  await requireFieldShape(tx, after, others)
  await requireUnused(tx, before, after)
  await requireOthersAnswered(tx, after, others)
  if (before.isActive && !after.isActive) await requireNoWorkflow(tx, fieldId)
  await tx.rows(Prisma.sql`UPDATE custom_field SET name = ${after.name}, name_da = ${after.nameDa}, kind = ${after.kind}, help = ${after.help},
      help_da = ${after.helpDa}, options = ${takenBy(after)}::jsonb, rules = ${JSON.stringify(after.rules)}::jsonb,
      for_contacts = ${after.forContacts}, position = ${after.position}, is_active = ${after.isActive}, version = version + 1
    WHERE id = ${fieldId}::uuid`)
  const names = await findRuleNames(tx, [before, after])
  const changes = changesBetween(describeField(before, fields, names), describeField(after, [...others, after], names))
  await appendEvents(tx, context, { kind: 'setting', id: fieldId }, [
    { type: 'setting.changed', setting: 'custom_field', name: after.name, changes },
  ])
}

function fieldAfter(before: CustomField, wanted: z.output<typeof contract.body>): CustomField {
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
  return { ...before, ...given }
}

/** What values refer to has to stay: the kind they are of, and the options that were chosen. */
async function requireUnused(tx: Tx, before: CustomField, after: CustomField): Promise<void> {
  const left = new Set(after.options.map(({ id }) => id))
  const gone = before.options.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const isOtherKind = before.kind !== after.kind
  if (!isOtherKind && gone.length === 0) return
  const [use] = await tx.rows<{ isTemplated: boolean; option: string | null }>(Prisma.sql`SELECT
    EXISTS (SELECT 1 FROM case_template t WHERE t.fields ? ${before.id}) AS "isTemplated",
    (SELECT g.id FROM unnest(${gone}::text[]) AS g (id)
      WHERE EXISTS (SELECT 1 FROM support_case c WHERE c.fields @> jsonb_build_object(${before.id}::text, g.id))
         OR EXISTS (SELECT 1 FROM case_template t WHERE t.fields @> jsonb_build_object(${before.id}::text, g.id)) LIMIT 1) AS option`)
  if (use === undefined) throw new Error('A query of values gave no row')
  if (isOtherKind && (before.isUsed || use.isTemplated))
    throw inUse('/body/kind', 'There are values of this kind already.')
  const chosen = before.options.find(({ id }) => id === use.option)
  if (chosen !== undefined) throw inUse('/body/options', `“${chosen.label}” has been chosen; deactivate it instead.`)
}

/** A move that waits for a field which no form shows could not be made by anybody. */
async function requireNoWorkflow(tx: Tx, fieldId: string): Promise<void> {
  const [workflow] = await workflowsRequiring(tx, fieldId)
  if (workflow !== undefined) throw inUse('/body/isActive', `The workflow “${workflow}” requires it.`)
}

function inUse(pointer: string, message: string): Refusal {
  return new Refusal('still_in_use', { detail: message, fields: [{ pointer, code: 'used', message }] })
}
