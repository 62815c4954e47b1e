import type { updateMacro as contract } from '@timedesk/contracts/macros'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { describeAction, findActionWords } from '../automation/describe-action.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { requireMacro, storedMessage, takenMacroFields } from './create-macro.ts'
import { findMacroRow, type MacroRow } from './find-macros.ts'
import { chooseScope, requireEdit } from './text-scope.ts'

/** Changes or retires a macro. Refuses as `createMacro` does, and a stale version. */
export async function updateMacro(
  tx: Tx,
  context: Context<StaffActor>,
  { macroId, ...wanted }: { macroId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await findMacroRow(tx, context.actor, macroId, { isLocked: true })
  requireEdit(context.actor, before)
  requireVersion(before.version, ifMatch)
  const after = await macroAfter(tx, context, before, wanted)
  const saysOther = wanted.message !== undefined || wanted.changes !== undefined
  if (saysOther) await requireMacro(tx, after)
  const changes = changesBetween(await shownOf(tx, before), await shownOf(tx, after))
  if (changes.length === 0) return
  await refuseTaken(takenMacroFields, () =>
    tx.rows(Prisma.sql`UPDATE macro SET name = ${after.name}, scope = ${after.scope}, owner_id = ${after.ownerId}::uuid,
        department_id = ${after.departmentId}::uuid, message = ${after.message}, texts = ${JSON.stringify(after.texts)}::jsonb,
        changes = ${JSON.stringify(after.changes)}::jsonb, position = ${after.position}, is_active = ${after.isActive}, version = version + 1
      WHERE id = ${macroId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: macroId }, [
    { type: 'setting.changed', setting: 'macro', name: after.name, changes },
  ])
}

async function macroAfter(
  tx: Tx,
  { actor }: Context<StaffActor>,
  before: MacroRow,
  wanted: z.output<typeof contract.body>,
): Promise<MacroRow> {
  const isMoved = wanted.scope !== undefined || wanted.departmentId !== undefined
  const owned = isMoved
    ? await chooseScope(tx, actor, {
        scope: wanted.scope ?? before.scope,
        departmentId: wanted.departmentId === undefined ? before.departmentId : wanted.departmentId,
      })
    : {}
  return {
    ...before,
    ...owned,
    ...(wanted.message !== undefined && storedMessage(wanted.message)),
    name: wanted.name ?? before.name,
    changes: wanted.changes ?? before.changes,
    position: wanted.position ?? before.position,
    isActive: wanted.isActive ?? before.isActive,
  }
}

async function shownOf(tx: Tx, { name, scope, departmentName, message, texts, changes, position, isActive }: MacroRow) {
  const words = await findActionWords(tx, changes)
  const deeds = changes.map((change) => Object.values(describeAction(change, words)).join(' '))
  const said = { message, english: texts.en, danish: texts.da }
  return { name, scope, department: departmentName, ...said, changes: deeds, position, isActive }
}
