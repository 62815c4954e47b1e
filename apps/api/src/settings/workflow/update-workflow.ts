import { Refusal } from '@timedesk/contracts/refusal'
import type { Workflow, updateWorkflow as contract } from '@timedesk/contracts/workflows'
import { removedStatusIds } from '@timedesk/domain/workflow/compare-definitions'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { bringAllIntoWorkflows } from '../../helpdesk/moves/bring-into-workflow.ts'
import { lockWorkflows } from '../../helpdesk/moves/lock-workflows.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { refuseProblems } from './definition-ground.ts'
import { findStandingCases } from './find-standing-cases.ts'
import { findWorkflow } from './find-workflows.ts'
import { storeVersion, takenWorkflowFields } from './store-version.ts'

type Draft = z.output<typeof contract.body>

/**
 * Saves a new version of a workflow, which counts at once for every case that moves by it. Cases that have not ended
 * leave the statuses that it takes out in the same transaction, as `moves` says; no case moves meanwhile. Refuses a
 * stale version, a name that is taken, with `workflow_refused` a definition that does not work or that says nothing of
 * where such cases go, and with `still_in_use` to deactivate the default or one that case types name.
 */
export async function updateWorkflow(
  tx: Tx,
  context: Context,
  { workflowId, ...draft }: { workflowId: string } & Draft,
  ifMatch: number | null,
): Promise<void> {
  await lockWorkflows(tx, 'alone')
  const before = await findWorkflow(tx, workflowId)
  requireVersion(before.version, ifMatch)
  if (!draft.isActive) refuseUsed(before)
  if (draft.isActive) await refuseProblems(tx, draft.definition)
  await refuseLeftBehind(tx, before, draft)

  const { name, definition, comment, isActive } = draft
  const number = before.version + 1
  await refuseTaken(takenWorkflowFields, () =>
    tx.rows(
      Prisma.sql`UPDATE workflow SET name = ${name}, is_active = ${isActive}, version = ${number} WHERE id = ${workflowId}::uuid`,
    ),
  )
  await storeVersion(tx, context, workflowId, { number, name, definition, comment })
  const moved = await bringAllIntoWorkflows(tx, context, {
    cause: 'workflow',
    moves: new Map(draft.moves.map(({ fromId, toId }) => [fromId, toId])),
    ...(comment !== '' && { reason: comment }),
  })
  const changes = changesBetween({ name: before.name, isActive: before.isActive }, { name, isActive })
  await appendEvents(tx, context, { kind: 'setting', id: workflowId }, [
    ...(changes.length === 0 ? [] : [{ type: 'setting.changed' as const, setting: 'workflow', name, changes }]),
    { type: 'workflow.saved', name, number, comment, moved },
  ])
}

function refuseUsed({ isDefault, types }: Workflow): void {
  if (isDefault) throw new Refusal('still_in_use', { detail: 'The default workflow has to be active.' })
  if (types.length > 0)
    throw new Refusal('still_in_use', { detail: `Case types name it: ${types.map(({ name }) => name).join(', ')}.` })
}

/** Each status that is taken out and has cases needs a place for them that the new version has. */
async function refuseLeftBehind(tx: Tx, before: Workflow, { definition, moves }: Draft): Promise<void> {
  const own = new Set(definition.statusIds)
  const stray = moves.findIndex(({ toId }) => !own.has(toId))
  if (stray >= 0)
    throw refusedMove(`/body/moves/${String(stray)}/toId`, 'status_outside', 'The workflow does not have the status.')
  const removed = removedStatusIds(before.definition, definition)
  const standing = await findStandingCases(tx, before.id, removed)
  const left = standing.filter(({ statusId }) => !moves.some(({ fromId }) => fromId === statusId))
  if (left.length === 0) return
  throw new Refusal('workflow_refused', {
    fields: left.map(({ status, cases }) => ({
      pointer: '/body/moves',
      code: 'cases_left_behind',
      message: `${cases === 1 ? 'One case stands' : `${String(cases)} cases stand`} in “${status}”.`,
    })),
  })
}

function refusedMove(pointer: string, code: string, message: string): Refusal {
  return new Refusal('workflow_refused', { fields: [{ pointer, code, message }] })
}
