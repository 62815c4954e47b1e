import { Prisma } from '@timedesk/prisma/client'
import type { Context, SystemActor } from '../../platform/context.ts'
import type { Deps } from '../../platform/deps.ts'
import { endSnoozes } from './end-snoozes.ts'

type World = Pick<Deps, 'database' | 'signals' | 'newId' | 'log'>
type Due = { caseId: string; employeeId: string; customerId: string }

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }
const BATCH_SIZE = 200

/**
 * Brings cases back to those who put them away until now. Each is a transaction of its own; one that another worker
 * holds is left to it. It may run late, twice and by several workers at once: what is back is found back. A fault of one
 * keeps no other waiting; it is thrown when all the others are done.
 */
export async function workSnoozes(world: World, now: Date): Promise<void> {
  const faults: unknown[] = []
  for (let after: Due | null = null; ;) {
    const batch = await findDue(world, now, after)
    for (const due of batch) {
      try {
        await wake(world, now, due)
      } catch (error) {
        world.log.error({ err: error, ...due }, 'a case could not be brought back')
        faults.push(error)
      }
    }
    const last: Due | undefined = batch.at(-1)
    if (last === undefined || batch.length < BATCH_SIZE) break
    after = last
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some cases could not be brought back')
}

/** Due ones in the order of their keys, from one of them on. */
async function findDue({ database }: World, now: Date, after: Due | null): Promise<Due[]> {
  const behind =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (z.employee_id, z.case_id) > (${after.employeeId}::uuid, ${after.caseId}::uuid)`
  return database.reader
    .rows<Due>(Prisma.sql`SELECT z.case_id AS "caseId", z.employee_id AS "employeeId", c.customer_id AS "customerId"
    FROM case_snooze z JOIN support_case c ON c.id = z.case_id WHERE z.until <= ${now} ${behind}
    ORDER BY z.employee_id, z.case_id LIMIT ${Prisma.raw(String(BATCH_SIZE))}`)
}

async function wake({ database, signals, newId }: World, now: Date, due: Due): Promise<void> {
  const written = await database.transact(async (tx) => {
    const context: Context = { actor: NOBODY, now, newId, requestId: null, written: [] }
    const held = await tx.rows(Prisma.sql`SELECT 1 FROM case_snooze z WHERE z.case_id = ${due.caseId}::uuid
      AND z.employee_id = ${due.employeeId}::uuid AND z.until <= ${now} FOR UPDATE SKIP LOCKED`)
    if (held.length > 0) await endSnoozes(tx, context, { ...due, cause: 'time' })
    return context.written
  })
  signals.publish(written)
}
