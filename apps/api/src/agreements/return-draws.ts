import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendLedger, type Movement } from './pools/append-ledger.ts'
import { findPieces, type LiveDraw } from './stored-entries.ts'

/** Units of a case or of minutes that were given back. */
type Returned = { units: { caseId: string | null; poolId: string }[] }

/** Gives back what an entry has drawn. Whoever calls this holds its customer alone. */
export async function returnDraws(tx: Tx, context: Acting, { id }: { id: string }): Promise<Returned> {
  const pieces = await findPieces(tx, id)
  const draws = pieces.flatMap(({ draw }) => draw ?? [])
  const returns = draws.map((draw) => returnOf(draw, id))
  await appendLedger(tx, context, returns)
  return { units: draws.map(({ caseId, poolId }) => ({ caseId, poolId })) }
}

/** The movement that gives a draw back whole, on the account of an entry. */
export function returnOf(draw: LiveDraw, entryId: string): Movement {
  const { id: reversesId, customerId, poolId, units, revenue, caseId, workDate, minutes } = draw
  const shown = { entryId, caseId, workDate, minutes }
  return { customerId, poolId, kind: 'return', units, revenue: -revenue, reversesId, ...shown }
}
