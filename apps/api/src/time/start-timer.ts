import { Refusal } from '@timedesk/contracts/refusal'
import type { startTimer as contract } from '@timedesk/contracts/timer'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context, StaffActor } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseMerged } from '../platform/db/refuse-merged.ts'
import { refusedReference } from '../platform/http/refused-reference.ts'

/**
 * Starts the actor's timer; it runs in the database, through reloads and on every device. One at most for each
 * employee (R12): refuses with `timer_running` while another runs, unless it is to be replaced, which discards it, and
 * with `case_merged` a tombstone.
 */
export async function startTimer(
  tx: Tx,
  { actor, now }: Context<StaffActor>,
  { caseId, activityTypeId, text, replace }: z.output<typeof contract.body>,
): Promise<void> {
  await refuseUnusable(tx, caseId, activityTypeId)
  const whenRunning =
    replace === true
      ? Prisma.sql`UPDATE SET case_id = excluded.case_id, activity_type_id = excluded.activity_type_id, text = excluded.text, started_at = excluded.started_at,
          paused_at = NULL, measured_seconds = 0`
      : Prisma.sql`NOTHING`
  const started = await tx.rows(Prisma.sql`INSERT INTO timer (employee_id, case_id, activity_type_id, text, started_at)
    VALUES (${actor.id}::uuid, ${caseId ?? null}::uuid, ${activityTypeId ?? null}::uuid, ${text ?? ''}, ${now})
    ON CONFLICT (employee_id) DO ${whenRunning} RETURNING employee_id`)
  if (started.length === 0) throw new Refusal('timer_running')
}

async function refuseUnusable(tx: Tx, caseId: string | undefined, activityTypeId: string | undefined): Promise<void> {
  const [found] = await tx.rows<{ isCaseFound: boolean; isTypeUsable: boolean }>(Prisma.sql`SELECT
    EXISTS (SELECT 1 FROM support_case WHERE id = ${caseId ?? null}::uuid FOR SHARE) AS "isCaseFound",
    EXISTS (SELECT 1 FROM activity_type WHERE id = ${activityTypeId ?? null}::uuid AND is_active) AS "isTypeUsable"`)
  if (caseId !== undefined && found?.isCaseFound !== true)
    throw refusedReference('/body/caseId', 'There is no such case.')
  // Held, so that nobody merges it while the timer is stored.
  if (caseId !== undefined) await refuseMerged(tx, caseId, '/body/caseId')
  if (activityTypeId !== undefined && found?.isTypeUsable !== true)
    throw refusedReference('/body/activityTypeId', 'The activity type does not exist or is not active.')
}
