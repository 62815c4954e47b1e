import type { Deps } from '../deps.ts'
import { answerInsertion, refuseOvertaken, replayOf, type Claim, type StoredAnswer } from './idempotency.ts'

/**
 * The answer of work that has transactions of its own, each harmless to repeat: stored when all is done, and given again
 * to a repeated request. Without a claim the work is simply done.
 */
export async function answerOnce(
  { database }: Pick<Deps, 'database'>,
  claim: Claim | null,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  if (claim === null) return work()
  const stored = await database.transact((tx) => replayOf(tx, claim))
  if (stored !== null) return { ...stored, headers: { ...stored.headers, 'idempotency-replayed': 'true' } }
  const answer = await work()
  await database
    .transact(async (tx) => {
      await replayOf(tx, claim)
      tx.concludeWith(answerInsertion(claim, answer))
    })
    .catch(refuseOvertaken)
  return answer
}
