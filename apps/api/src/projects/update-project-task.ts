import type { updateProjectTask as contract } from '@timedesk/contracts/projects'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenTaskFields } from './create-project-task.ts'

type Row = {
  name: string
  position: number
  isActive: boolean
  version: number
  customerId: string
  projectName: string
}

/** Changes or deactivates a task; its time stays. Refuses a stale version, and a name that the project knows already. */
export async function updateProjectTask(
  tx: Tx,
  context: Context,
  { projectId, taskId, ...wanted }: z.output<typeof contract.params> & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const { version, customerId, projectName, ...before } = await lockTask(tx, projectId, taskId)
  requireVersion(version, ifMatch)
  const after = {
    name: wanted.name ?? before.name,
    position: wanted.position ?? before.position,
    isActive: wanted.isActive ?? before.isActive,
  }
  const { name: was, ...rest } = before
  const { name: is, ...restAfter } = after
  const changes = changesBetween(rest, restAfter)
  if (changes.length === 0 && was === is) return
  await refuseTaken(takenTaskFields, () =>
    tx.rows(Prisma.sql`UPDATE project_task SET name = ${is}, position = ${after.position}, is_active = ${after.isActive}, version = version + 1
       WHERE id = ${taskId}::uuid`),
  )
  // It is named even when its name stays, so that the rest of the changes say whose they are.
  const task = { field: 'task', from: was === is ? null : was, to: is }
  await appendEvents(tx, context, { kind: 'project', id: projectId, customerId }, [
    { type: 'project.changed', name: projectName, changes: [task, ...changes] },
  ])
}

async function lockTask(tx: Tx, projectId: string, taskId: string): Promise<Row> {
  const [row] = await tx.rows<Row>(Prisma.sql`
    SELECT k.name, k.position, k.is_active AS "isActive", k.version, k.customer_id AS "customerId", p.name AS "projectName"
      FROM project_task k JOIN project p ON p.id = k.project_id
     WHERE k.project_id = ${projectId}::uuid AND k.id = ${taskId}::uuid FOR UPDATE OF k`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
