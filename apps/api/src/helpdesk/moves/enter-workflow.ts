import { Refusal } from '@timedesk/contracts/refusal'
import { closedGatesInto } from '@timedesk/domain/workflow/gates-into'
import { closedGate } from '@timedesk/domain/workflow/move-terms'
import { Prisma } from '@timedesk/prisma/client'
import type { CaseWorker, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { bringIntoWorkflow } from './bring-into-workflow.ts'
import { lockCaseToMove } from './lock-case-to-move.ts'

/** The types of a case by their ids, and by their names for the log. */
type TypeChange = { fromId: string | null; toId: string | null; fromName: string | null; toName: string | null }

/**
 * Brings a locked case that has another type now into the workflow of that type, if it is another one. A solved or
 * ended case comes there through the gates on its way: those that are closed are passed by who may override them,
 * which the log tells with the types as the reason; everybody else is refused with `gate_closed`, rules too.
 */
export async function enterWorkflow(
  tx: Tx,
  context: Context<CaseWorker>,
  caseId: string,
  { fromId, toId, fromName, toName }: TypeChange,
): Promise<void> {
  const [row] = await tx.rows<{ isOther: boolean }>(
    Prisma.sql`SELECT workflow_of_type(${fromId}::uuid) <> workflow_of_type(${toId}::uuid) AS "isOther"`,
  )
  if (row?.isOther !== true) return
  const { actor } = context
  const { customerId, workflow, status, facts } = await lockCaseToMove(tx, context, caseId)
  const gates = closedGatesInto(workflow, status, facts)
  if (gates.length > 0) {
    if (!('permissions' in actor) || !actor.permissions.has('workflow:override'))
      throw new Refusal('gate_closed', {
        fields: gates.map((gate) => ({ ...closedGate(gate), pointer: '/body/typeId' })),
      })
    const reason = `${fromName ?? '–'} → ${toName ?? '–'}`
    await appendEvents(tx, context, { kind: 'case', id: caseId, caseId, customerId }, [
      { type: 'case.gate_overridden', to: status.name, gates, reason },
    ])
  }
  await bringIntoWorkflow(tx, context, caseId)
}
