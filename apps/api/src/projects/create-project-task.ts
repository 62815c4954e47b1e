import type { createProjectTask as contract } from '@timedesk/contracts/projects'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { PROJECT_TASKS_MAX } from './find-project-tasks.ts'

/** The unique rule of a task. */
export const takenTaskFields = { project_task_project_id_name_key: '/body/name' } as const

/** Creates a task of a project. Refuses with `not_found` without the project, and a name that it knows already. */
export async function createProjectTask(
  tx: Tx,
  context: Context,
  { projectId, name, position }: { projectId: string } & z.output<typeof contract.body>,
): Promise<string> {
  const id = context.newId()
  const [project] = await tx.rows<{ name: string; customerId: string; tasks: number }>(Prisma.sql`
    SELECT p.name, p.customer_id AS "customerId", (SELECT count(*)::int FROM project_task k WHERE k.project_id = p.id) AS tasks
      FROM project p WHERE p.id = ${projectId}::uuid FOR SHARE`)
  if (project === undefined) throw new Refusal('not_found')
  if (project.tasks >= PROJECT_TASKS_MAX)
    throw new Refusal('conflict', { detail: `A project may have ${String(PROJECT_TASKS_MAX)} tasks at most.` })
  await refuseTaken(takenTaskFields, () =>
    tx.rows(Prisma.sql`
      INSERT INTO project_task (id, project_id, customer_id, name, position)
      VALUES (${id}::uuid, ${projectId}::uuid, ${project.customerId}::uuid, ${name}, ${position})`),
  )
  await appendEvents(tx, context, { kind: 'project', id: projectId, customerId: project.customerId }, [
    { type: 'project.changed', name: project.name, changes: [{ field: 'task', from: null, to: name }] },
  ])
  return id
}
