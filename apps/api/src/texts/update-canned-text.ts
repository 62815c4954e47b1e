import type { updateCannedText as contract } from '@timedesk/contracts/canned-texts'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenCannedTextFields } from './create-canned-text.ts'
import { findCannedText, type CannedTextRow } from './find-canned-texts.ts'
import { requireVariables } from './require-variables.ts'
import { chooseScope, requireEdit } from './text-scope.ts'

/**
 * Changes or retires a canned text. Refuses who may not write it as it was or as it is to be, a stale version, a
 * shortcut that is taken, and variables that do not exist.
 */
export async function updateCannedText(
  tx: Tx,
  context: Context<StaffActor>,
  { cannedTextId, ...wanted }: { cannedTextId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await findCannedText(tx, context.actor, cannedTextId, { isLocked: true })
  requireEdit(context.actor, before)
  requireVersion(before.version, ifMatch)
  if (wanted.texts !== undefined) requireVariables(wanted.texts, '/body/texts')
  const isMoved = wanted.scope !== undefined || wanted.departmentId !== undefined
  const owned = isMoved
    ? await chooseScope(tx, context.actor, {
        scope: wanted.scope ?? before.scope,
        departmentId: wanted.departmentId === undefined ? before.departmentId : wanted.departmentId,
      })
    : before
  const after: CannedTextRow = {
    ...before,
    name: wanted.name ?? before.name,
    shortcut: wanted.shortcut ?? before.shortcut,
    texts: wanted.texts ?? before.texts,
    isActive: wanted.isActive ?? before.isActive,
    scope: owned.scope,
    ownerId: owned.ownerId,
    departmentId: owned.departmentId,
    departmentName: owned.departmentName,
  }
  const changes = changesBetween(shownOf(before), shownOf(after))
  if (changes.length === 0) return
  await refuseTaken(takenCannedTextFields, () =>
    tx.rows(Prisma.sql`UPDATE canned_text SET name = ${after.name}, shortcut = ${after.shortcut}, scope = ${after.scope},
        owner_id = ${after.ownerId}::uuid, department_id = ${after.departmentId}::uuid, texts = ${JSON.stringify(after.texts)}::jsonb,
        is_active = ${after.isActive}, version = version + 1
      WHERE id = ${cannedTextId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: cannedTextId }, [
    { type: 'setting.changed', setting: 'canned_text', name: after.name, changes },
  ])
}

function shownOf({ name, shortcut, scope, departmentName, texts, isActive }: CannedTextRow) {
  return { name, shortcut, scope, department: departmentName, english: texts.en, danish: texts.da, isActive }
}
