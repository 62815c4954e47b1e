import type { createCannedText as contract } from '@timedesk/contracts/canned-texts'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { requireVariables } from './require-variables.ts'
import { chooseScope } from './text-scope.ts'

/** The unique rule of a canned text. */
export const takenCannedTextFields = { canned_text_shortcut_of_scope: '/body/shortcut' } as const

/**
 * Writes a canned text. Refuses who may not write one of that scope, a shortcut that is taken there, and variables
 * that do not exist.
 */
export async function createCannedText(
  tx: Tx,
  context: Context<StaffActor>,
  { name, shortcut, texts, ...wanted }: z.output<typeof contract.body>,
): Promise<string> {
  requireVariables(texts, '/body/texts')
  const { scope, ownerId, departmentId } = await chooseScope(tx, context.actor, wanted)
  const id = context.newId()
  await refuseTaken(takenCannedTextFields, () =>
    tx.rows(Prisma.sql`INSERT INTO canned_text (id, name, shortcut, scope, owner_id, department_id, texts)
      VALUES (${id}::uuid, ${name}, ${shortcut}, ${scope}, ${ownerId}::uuid, ${departmentId}::uuid, ${JSON.stringify(texts)}::jsonb)`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'canned_text', name }])
  return id
}
