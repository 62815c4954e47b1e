import { Prisma } from '@timedesk/prisma/client'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'

/** Pauses the actor's timer: what it measured so far is kept in seconds. Pausing it again changes nothing. */
export async function pauseTimer(tx: Tx, { actor, now }: Context<StaffActor>): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE timer SET paused_at = ${now},
      measured_seconds = measured_seconds + greatest(0, floor(extract(epoch FROM ${now}::timestamptz - started_at)))::int
    WHERE employee_id = ${actor.id}::uuid AND paused_at IS NULL`)
}

/** Lets the actor's timer go on measuring from now. One that runs is left alone. */
export async function resumeTimer(tx: Tx, { actor, now }: Context<StaffActor>): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE timer SET paused_at = NULL, started_at = ${now}
    WHERE employee_id = ${actor.id}::uuid AND paused_at IS NOT NULL`)
}
