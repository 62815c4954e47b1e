import { Refusal } from '@timedesk/contracts/refusal'
import type { Priority, updatePriority as contract } from '@timedesk/contracts/case-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenPriorityFields } from './create-priority.ts'
import { findPriorities } from './find-priorities.ts'

/**
 * Changes or deactivates a priority. Making it the default takes that mark from the one that had it. Refuses a stale
 * version, a name or level that is taken, and (`still_in_use`) a default that is not active.
 */
export async function updatePriority(
  tx: Tx,
  context: Context,
  { priorityId, ...wanted }: { priorityId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  await tx.rows(Prisma.sql`SELECT 1 FROM priority ORDER BY id FOR UPDATE`)
  const priorities = await findPriorities(tx)
  const before = priorities.find(({ id }) => id === priorityId)
  if (before === undefined) throw new Refusal('not_found')
  requireVersion(before.version, ifMatch)
  const after: Priority = {
    ...before,
    name: wanted.name ?? before.name,
    level: wanted.level ?? before.level,
    isDefault: wanted.isDefault ?? before.isDefault,
    isActive: wanted.isActive ?? before.isActive,
  }
  if (after.isDefault && !after.isActive)
    throw new Refusal('still_in_use', { detail: 'The default has to be active; make another one the default first.' })
  const former = after.isDefault ? priorities.find(({ id, isDefault }) => isDefault && id !== priorityId) : undefined
  if (former !== undefined) await store(tx, context, former, { ...former, isDefault: false })
  await store(tx, context, before, after)
}

async function store(tx: Tx, context: Context, before: Priority, after: Priority): Promise<void> {
  const changes = changesBetween(before, after)
  if (changes.length === 0) return
  await refuseTaken(takenPriorityFields, () =>
    tx.rows(Prisma.sql`
      UPDATE priority SET name = ${after.name}, level = ${after.level}, is_default = ${after.isDefault}, is_active = ${after.isActive}, version = version + 1
       WHERE id = ${before.id}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'setting', id: before.id }, [
    { type: 'setting.changed', setting: 'priority', name: after.name, changes },
  ])
}
