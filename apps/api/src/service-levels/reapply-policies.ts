import { Prisma } from '@timedesk/prisma/client'
import type { Context, SystemActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import type { Deps } from '../platform/deps.ts'
import { applyPolicy } from './apply-policy.ts'
import type { PolicyApplied } from './choose-for-case.ts'

type World = Pick<Deps, 'database' | 'signals' | 'newId' | 'now' | 'log'>

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }
const BATCH_SIZE = 200
/** Cases on which work is still owed, written as the partial indexes have it. */
const isOpen = Prisma.sql`c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')`

/**
 * Gives every case not yet solved the service policy that counts for it now, each in a transaction of its own. Broken
 * off anywhere it is run again from the beginning: a case that has its policy already is left as it is.
 */
export async function reapplyPolicies(world: World, cause: PolicyApplied['cause']): Promise<void> {
  const faults: unknown[] = []
  for (let after: string | null = null; ;) {
    const ids = await findOpen(world.database.reader, after)
    for (const id of ids) {
      try {
        await applyTo(world, id, cause)
      } catch (error) {
        world.log.error({ err: error, caseId: id }, 'a service policy could not be applied')
        faults.push(error)
      }
    }
    const last: string | undefined = ids.at(-1)
    if (last === undefined || ids.length < BATCH_SIZE) break
    after = last
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some service policies could not be applied')
}

/** How many cases there are to be given a policy. */
export async function countOpen(reader: Reader): Promise<number> {
  const [row] = await reader.rows<{ cases: number }>(
    Prisma.sql`SELECT count(*)::int AS cases FROM support_case c WHERE ${isOpen}`,
  )
  return row?.cases ?? 0
}

async function findOpen(reader: Reader, after: string | null): Promise<string[]> {
  const behind = after === null ? Prisma.empty : Prisma.sql`AND c.id > ${after}::uuid`
  const rows = await reader.rows<{ id: string }>(Prisma.sql`SELECT c.id FROM support_case c WHERE ${isOpen} ${behind}
    ORDER BY c.id LIMIT ${Prisma.raw(String(BATCH_SIZE))}`)
  return rows.map(({ id }) => id)
}

async function applyTo({ database, signals, newId, now }: World, id: string, cause: PolicyApplied['cause']) {
  const written = await database.transact(async (tx) => {
    const context: Context = { actor: NOBODY, now: now(), newId, requestId: null, written: [] }
    const [row] = await tx.rows<{
      customerId: string
    }>(Prisma.sql`SELECT c.customer_id AS "customerId" FROM support_case c
      WHERE c.id = ${id}::uuid AND ${isOpen} FOR NO KEY UPDATE`)
    if (row !== undefined) await applyPolicy(tx, context, { id, ...row }, cause)
    return context.written
  })
  signals.publish(written)
}
