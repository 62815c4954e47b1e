import type { createCaseStatus as contract } from '@timedesk/contracts/case-settings'
import { STATUSES_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import { isPaused } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'

export const takenStatusFields = { case_status_name_key: '/body/name' } as const

/** Creates a case status, which no workflow has yet. Refuses a name that is taken, and more than there may be. */
export async function createCaseStatus(
  tx: Tx,
  context: Context,
  { name, category, color = 'gray', pausesClock, customerWording = null, position }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  if ((await tx.caseStatus.count()) >= STATUSES_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(STATUSES_MAX)} case statuses at most.` })
  await refuseTaken(takenStatusFields, () =>
    tx.rows(Prisma.sql`
      INSERT INTO case_status (id, name, category, color, pauses_clock, customer_name, customer_name_da, position)
      SELECT ${id}::uuid, ${name}, ${category}, ${color}, ${pausesClock ?? isPaused(category)}, ${customerWording?.en ?? null}, ${customerWording?.da ?? null},
             coalesce(${position ?? null}::int, (SELECT max(position) + 1 FROM case_status), 1)`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'case_status', name }])
  return id
}
