import { Refusal } from '@timedesk/contracts/refusal'
import { isUniqueViolation } from './sql-state.ts'

const DEPTH_MAX = 6

/**
 * Runs `work`, and turns a broken unique rule into `conflict` at the field that `pointers` names for the rule. The
 * refusal says that the value is taken, never by whom.
 */
export async function refuseTaken<Result>(
  pointers: Record<string, `/body/${string}`>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const pointer = isUniqueViolation(error) ? pointers[constraintOf(error) ?? ''] : undefined
    if (pointer === undefined) throw error
    throw new Refusal('conflict', { fields: [{ pointer, code: 'taken', message: 'This value is already in use.' }] })
  }
}

/** The name of the rule that was broken, however deep Prisma wrapped it. */
function constraintOf(error: unknown): string | null {
  let cause = error
  for (let depth = 0; typeof cause === 'object' && cause !== null && depth < DEPTH_MAX; depth += 1) {
    const { constraint, originalMessage, meta, cause: inner } = cause as Wrapped
    if (typeof constraint === 'string') return constraint
    const named = /unique constraint "(\w+)"/u.exec(originalMessage ?? '')?.[1]
    if (named !== undefined) return named
    cause = inner ?? meta?.driverAdapterError
  }
  return null
}

type Wrapped = {
  constraint?: unknown
  originalMessage?: string
  meta?: { driverAdapterError?: unknown }
  cause?: unknown
}
