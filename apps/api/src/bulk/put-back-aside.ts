import type { Following } from '@timedesk/domain/bulk/case-things'
import type { Restoration } from '@timedesk/domain/bulk/plan-undo'
import { Prisma } from '@timedesk/prisma/client'
import { followCase, unfollowCase } from '../helpdesk/attention/follow-case.ts'
import { snoozeCase, wakeCase } from '../helpdesk/attention/snooze-case.ts'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'

/** What is to be put back of a case as one person has it before them: put away, followed, read. */
export function putBackAside(
  tx: Tx,
  context: Context<StaffActor>,
  caseId: string,
  { snooze, follow, read }: Restoration,
): [thing: string, putBack: () => Promise<void>][] {
  const steps: [string, () => Promise<void>][] = []
  if (snooze !== undefined) steps.push(['snooze', () => snoozeAgain(tx, context, caseId, snooze)])
  if (follow !== undefined) steps.push(['follow', () => followAgain(tx, context, caseId, follow)])
  if (read !== undefined) steps.push(['read', () => markAgain(tx, context, caseId, read)])
  return steps
}

/** A moment that has passed since is none to wait for any more. */
async function snoozeAgain(tx: Tx, context: Context<StaffActor>, caseId: string, until: string | null): Promise<void> {
  const isToCome = until !== null && new Date(until) > context.now
  await (isToCome ? snoozeCase(tx, context, { caseId, until }) : wakeCase(tx, context, { caseId }))
}

/** Who had not said anything about it has not said that they do not want to follow either. */
async function followAgain(tx: Tx, context: Context<StaffActor>, caseId: string, before: Following): Promise<void> {
  if (before === 'following') {
    await followCase(tx, context, { caseId, cause: 'by_hand' })
    return
  }
  await unfollowCase(tx, context, { caseId })
  if (before === 'none')
    await tx.rows(Prisma.sql`DELETE FROM case_follower
      WHERE case_id = ${caseId}::uuid AND employee_id = ${context.actor.id}::uuid AND is_muted`)
}

async function markAgain(tx: Tx, { actor }: Context<StaffActor>, caseId: string, readAt: string | null): Promise<void> {
  await tx.rows(
    readAt === null
      ? Prisma.sql`DELETE FROM staff_read_mark WHERE case_id = ${caseId}::uuid AND employee_id = ${actor.id}::uuid`
      : Prisma.sql`UPDATE staff_read_mark SET read_at = ${readAt}::timestamptz
          WHERE case_id = ${caseId}::uuid AND employee_id = ${actor.id}::uuid`,
  )
}
