import { Prisma } from '@timedesk/prisma/client'
import type { Context, SystemActor } from '../platform/context.ts'
import type { Deps } from '../platform/deps.ts'
import { settleAgreement } from './settling/settle-agreement.ts'

type World = Pick<Deps, 'database' | 'signals' | 'newId' | 'publicUrl' | 'log'>

const NOBODY: SystemActor = { kind: 'system', id: null, name: 'Timedesk' }

/**
 * Brings every agreement up to a moment: charges periods that are due, renews and ends terms, lets quotas and vouchers
 * expire, and warns (R26, R29, R33, R38, R40). Each agreement is a transaction of its own. It may run late, twice and by
 * several workers at once: what is done is found done. One agreement's fault keeps no other one waiting; it is thrown
 * when all the others are settled, so that the job is tried again.
 */
export async function settleAgreements(world: World, now: Date): Promise<void> {
  const { database, signals, newId, publicUrl, log } = world
  const faults: unknown[] = []
  for (const id of await findUnsettled(world)) {
    try {
      const written = await database.transact(async (tx) => {
        const context: Context = { actor: NOBODY, now, newId, requestId: null, written: [] }
        await settleAgreement(tx, context, id, publicUrl)
        return context.written
      })
      signals.publish(written)
    } catch (error) {
      log.error({ err: error, agreementId: id }, 'an agreement could not be settled')
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some agreements could not be settled')
}

/** What runs, and what has ended and leaves units that may still expire. Drafts bind nobody. */
async function findUnsettled({ database }: World): Promise<string[]> {
  const rows = await database.reader.rows<{ id: string }>(Prisma.sql`SELECT a.id FROM agreement a
    WHERE a.state IN ('active', 'suspended')
      OR (a.state = 'ended' AND EXISTS (SELECT 1 FROM cover_pool pool WHERE pool.agreement_id = a.id AND pool.balance > 0))
    ORDER BY a.number`)
  return rows.map(({ id }) => id)
}
