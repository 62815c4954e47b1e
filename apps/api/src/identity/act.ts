import type { Deps } from '../platform/deps.ts'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'

/**
 * Runs work on accounts and sessions in one transaction with its events, and tells listeners once it is committed.
 * Sessions, secrets and hashes are out of reach for the extranet's role, so this is done as staff for both portals.
 */
export async function act<Result>(
  { database, signals, now, newId }: Deps,
  actor: Acting['actor'],
  requestId: string,
  work: (tx: Tx, context: Acting) => Promise<Result>,
): Promise<Result> {
  const { result, context } = await database.transact(async (tx) => {
    const acting: Acting = { actor, now: now(), newId, requestId, written: [] }
    return { result: await work(tx, acting), context: acting }
  })
  signals.publish(context.written)
  return result
}
