import type { createPriority as contract } from '@timedesk/contracts/case-settings'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'

/** The unique rules of a priority, and the fields they are about. */
export const takenPriorityFields = { priority_name_key: '/body/name', priority_level_key: '/body/level' } as const

/** Creates a priority. Refuses a name or a level that is taken. */
export async function createPriority(
  tx: Tx,
  context: Context,
  { name, level }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  await refuseTaken(takenPriorityFields, () =>
    tx.rows(Prisma.sql`INSERT INTO priority (id, name, level) VALUES (${id}::uuid, ${name}, ${level})`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'priority', name }])
  return id
}
