import type { createMacro as contract } from '@timedesk/contracts/macros'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { requireActions } from '../automation/require-actions.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import type { MacroRow } from './find-macros.ts'
import { requireVariables } from './require-variables.ts'
import { chooseScope } from './text-scope.ts'

/** The unique rule of a macro. */
export const takenMacroFields = { macro_name_of_scope: '/body/name' } as const

/** What a macro says, as it is stored. */
export type StoredMessage = Pick<MacroRow, 'message' | 'texts'>
export const noMessage: StoredMessage = { message: 'none', texts: { en: '', da: '' } }

/**
 * Writes a macro. Refuses who may not write one of that scope, a name that is taken there, variables that do not exist,
 * what `requireActions` refuses, and one that does nothing.
 */
export async function createMacro(
  tx: Tx,
  context: Context<StaffActor>,
  { name, message: wanted, changes, position, ...scoped }: z.output<typeof contract.body>,
): Promise<string> {
  const { message, texts } = storedMessage(wanted)
  await requireMacro(tx, { message, texts, changes })
  const { scope, ownerId, departmentId } = await chooseScope(tx, context.actor, scoped)
  const id = context.newId()
  await refuseTaken(takenMacroFields, () =>
    tx.rows(Prisma.sql`INSERT INTO macro (id, name, scope, owner_id, department_id, message, texts, changes, position)
      VALUES (${id}::uuid, ${name}, ${scope}, ${ownerId}::uuid, ${departmentId}::uuid, ${message}, ${JSON.stringify(texts)}::jsonb,
        ${JSON.stringify(changes)}::jsonb, ${position})`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'macro', name }])
  return id
}

export function storedMessage(message: z.output<typeof contract.body>['message']): StoredMessage {
  return message === null ? noMessage : { message: message.kind, texts: message.texts }
}

/** Refuses a macro that does nothing, or something that cannot be done. */
export async function requireMacro(
  tx: Tx,
  { message, texts, changes }: Pick<MacroRow, 'message' | 'texts' | 'changes'>,
): Promise<void> {
  if (message === 'none' && changes.length === 0)
    throw new Refusal('rule_refused', {
      fields: [{ pointer: '/body/changes', code: 'required', message: 'Say something, or change something.' }],
    })
  if (message !== 'none') requireVariables(texts, '/body/message/texts')
  await requireActions(tx, changes, '/body/changes')
}
