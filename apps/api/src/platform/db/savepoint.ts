import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { WrittenEvent } from '../context.ts'
import type { Tx } from './database.ts'

type Context = { written: WrittenEvent[] }

/**
 * Runs `work` within the transaction. Where it is refused, all that it wrote is undone, its events too, and the refusal
 * is what comes of it; a fault goes on.
 */
export async function orRefusal<Result>(
  tx: Tx,
  context: Context,
  work: () => Promise<Result>,
): Promise<Result | Refusal> {
  const before = context.written.length
  await tx.rows(Prisma.sql`SAVEPOINT attempt`)
  try {
    const result = await work()
    await tx.rows(Prisma.sql`RELEASE SAVEPOINT attempt`)
    return result
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // Released too, so that what surrounds this attempt, another one maybe, undoes all of its own.
    await tx.rows(Prisma.sql`ROLLBACK TO SAVEPOINT attempt`)
    await tx.rows(Prisma.sql`RELEASE SAVEPOINT attempt`)
    context.written.splice(before)
    return error
  }
}

/** Runs `work` to see what comes of it, and undoes all that it wrote. */
export async function rehearse<Result>(tx: Tx, context: Context, work: () => Promise<Result>): Promise<Result> {
  const before = context.written.length
  await tx.rows(Prisma.sql`SAVEPOINT rehearsal`)
  try {
    return await work()
  } finally {
    // Released too: the next rehearsal in the transaction does not stand within this one.
    await Promise.all([
      tx.rows(Prisma.sql`ROLLBACK TO SAVEPOINT rehearsal`),
      tx.rows(Prisma.sql`RELEASE SAVEPOINT rehearsal`),
    ])
    context.written.splice(before)
  }
}
