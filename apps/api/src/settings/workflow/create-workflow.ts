import { WORKFLOWS_MAX } from '@timedesk/contracts/limits'
import { Refusal } from '@timedesk/contracts/refusal'
import type { createWorkflow as contract } from '@timedesk/contracts/workflows'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { lockWorkflows } from '../../helpdesk/moves/lock-workflows.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { refuseProblems } from './definition-ground.ts'
import { storeVersion, takenWorkflowFields } from './store-version.ts'

/**
 * Creates a workflow with its first version. Refuses a name that is taken, and a definition that does not work with
 * `workflow_refused` and a pointer at each problem.
 */
export async function createWorkflow(
  tx: Tx,
  context: Context,
  { name, definition, comment }: z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  await lockWorkflows(tx, 'alone')
  if ((await tx.workflow.count()) >= WORKFLOWS_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(WORKFLOWS_MAX)} workflows at most.` })
  await refuseProblems(tx, definition)
  await refuseTaken(takenWorkflowFields, () =>
    tx.rows(Prisma.sql`INSERT INTO workflow (id, name, version) VALUES (${id}::uuid, ${name}, 1)`),
  )
  await storeVersion(tx, context, id, { number: 1, name, definition, comment })
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'workflow', name }])
  return id
}
