import type { EventPayload } from '@timedesk/contracts/events'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'

type Ended = {
  caseId: string
  customerId: string
  /** Left out: of everybody who put the case away. */
  employeeId?: string
  /** Only what was put away before that moment. */
  begunBefore?: Date
  cause: Extract<EventPayload, { type: 'case.snooze_ended' }>['cause']
}

/** Brings a case back to those who put it away, with a line in its log for each. Resolves with their ids. */
export async function endSnoozes(
  tx: Tx,
  context: Acting,
  { caseId, customerId, employeeId, begunBefore, cause }: Ended,
): Promise<string[]> {
  const whose = employeeId === undefined ? Prisma.empty : Prisma.sql`AND z.employee_id = ${employeeId}::uuid`
  const earlier = begunBefore === undefined ? Prisma.empty : Prisma.sql`AND z.since < ${begunBefore}`
  const ended = await tx.rows<{ employeeId: string; employeeName: string }>(Prisma.sql`DELETE FROM case_snooze z
    USING employee e WHERE z.case_id = ${caseId}::uuid AND e.id = z.employee_id ${whose} ${earlier}
    RETURNING e.id AS "employeeId", e.name AS "employeeName"`)
  const events = ended.map((person) => ({ type: 'case.snooze_ended' as const, ...person, cause }))
  await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, events)
  return ended.map((person) => person.employeeId)
}
