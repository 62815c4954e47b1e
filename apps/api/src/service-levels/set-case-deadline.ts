import type { setCaseDeadline as contract } from '@timedesk/contracts/clocks'
import { Refusal } from '@timedesk/contracts/refusal'
import { isEnded } from '@timedesk/domain/helpdesk/status'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { lockCase } from '../helpdesk/lock-case.ts'
import type { CaseWorker, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { appendCaseEvents } from './append-case-events.ts'
import { deadlineEvents } from './deadline-events.ts'
import { requireToCome } from './require-to-come.ts'

/**
 * Sets the deadline of a case by hand, or gives it back to the policy; the log keeps why (R81). Refuses a stale version,
 * with `case_closed` a case that has ended, and with `field_refused` a deadline that is not to come.
 */
export async function setCaseDeadline(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, at, reason }: { caseId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const { id, customerId, version, status } = await lockCase(tx, caseId)
  requireVersion(version, ifMatch)
  if (isEnded(status.category))
    throw new Refusal('case_closed', { detail: `The case is ${status.category}; nothing is due any more.` })
  const [before] = await tx.rows<{ deadline: Date | null }>(
    Prisma.sql`SELECT deadline FROM support_case WHERE id = ${id}::uuid`,
  )
  const events = deadlineEvents(before?.deadline?.toISOString() ?? null, at, reason)
  if (events.length === 0) return
  requireToCome(at, context.now, '/body/at')
  await tx.rows(
    Prisma.sql`UPDATE support_case SET deadline = ${at}::timestamptz, version = version + 1 WHERE id = ${id}::uuid`,
  )
  await appendCaseEvents(tx, context, { id, customerId }, events)
}
