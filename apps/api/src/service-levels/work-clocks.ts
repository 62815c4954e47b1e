import { Prisma } from '@timedesk/prisma/client'
import type { Context, SystemActor } from '../platform/context.ts'
import type { Deps } from '../platform/deps.ts'
import { refreshClocks } from './refresh-clocks.ts'

type World = Pick<Deps, 'database' | 'signals' | 'newId' | 'log'>

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }
const BATCH_SIZE = 200

/**
 * Records what passed on running clocks up to a moment: warnings and breaches, each in the log at its own moment (R79).
 * Each case is a transaction of its own, and one that somebody else works on is left to them or to the next minute. It
 * may run late, twice and by several workers at once: what is recorded is found recorded. One case's fault keeps no
 * other one waiting; it is thrown when all the others are done.
 */
export async function workClocks(world: World, now: Date): Promise<void> {
  const faults: unknown[] = []
  for (let after: Place | null = null; ;) {
    const batch = await findPassed(world, now, after)
    for (const { caseId } of batch) {
      try {
        await workCase(world, caseId, now)
      } catch (error) {
        world.log.error({ err: error, caseId }, 'the clocks of a case could not be worked out')
        faults.push(error)
      }
    }
    const last: Place | undefined = batch.at(-1)
    if (last === undefined || batch.length < BATCH_SIZE) break
    after = last
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some clocks could not be worked out')
}

type Place = { caseId: string; at: Date }

/** Cases with a mark that has passed, from a place in their order on. A case with several clocks may come again. */
async function findPassed({ database }: World, now: Date, after: Place | null): Promise<Place[]> {
  const behind =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (k.next_mark_at, k.case_id) > (${after.at}::timestamptz, ${after.caseId}::uuid)`
  return database.reader.rows<Place>(Prisma.sql`SELECT k.case_id AS "caseId", k.next_mark_at AS at FROM case_clock k
    WHERE k.next_mark_at < ${now}::timestamptz ${behind}
    ORDER BY k.next_mark_at, k.case_id LIMIT ${Prisma.raw(String(BATCH_SIZE))}`)
}

async function workCase({ database, signals, newId }: World, caseId: string, now: Date): Promise<void> {
  const written = await database.transact(async (tx) => {
    const context: Context = { actor: NOBODY, now, newId, requestId: null, written: [] }
    const [row] = await tx.rows<{ customerId: string }>(Prisma.sql`SELECT customer_id AS "customerId" FROM support_case
      WHERE id = ${caseId}::uuid FOR NO KEY UPDATE SKIP LOCKED`)
    if (row !== undefined) await refreshClocks(tx, context, { id: caseId, ...row })
    return context.written
  })
  signals.publish(written)
}
