import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'

/**
 * Has the clocks that run by a calendar worked out anew, by the job of the next minute: its hours change from a day on
 * that is still to come, and so does when their targets pass.
 */
export async function rescheduleClocks(tx: Tx, { now }: Pick<Acting, 'now'>, calendarId: string): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE case_clock SET next_mark_at = ${now}::timestamptz
    WHERE calendar_id = ${calendarId}::uuid AND state = 'running'`)
}
