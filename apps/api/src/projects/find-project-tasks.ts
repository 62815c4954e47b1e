import type { ProjectTask } from '@timedesk/contracts/projects'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'

/** How many tasks a project may have; all of them are one answer. */
export const PROJECT_TASKS_MAX = 200

const selection = Prisma.sql`
  SELECT k.id, k.name, k.position, k.is_active AS "isActive", k.version,
         (SELECT coalesce(sum(t.minutes), 0)::int FROM time_entry t WHERE t.project_id = k.project_id AND t.task_id = k.id) AS minutes
    FROM project_task k`

/** The tasks of a project, in their order. Refuses with `not_found` a project that does not exist. */
export async function findProjectTasks(
  reader: Reader,
  projectId: string,
  isActive: boolean | undefined,
): Promise<ProjectTask[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`AND k.is_active = ${isActive}`
  const [projects, tasks] = await Promise.all([
    reader.rows(Prisma.sql`SELECT 1 FROM project WHERE id = ${projectId}::uuid`),
    reader.rows<ProjectTask>(Prisma.sql`${selection} WHERE k.project_id = ${projectId}::uuid ${wanted}
      ORDER BY k.position, k.name, k.id LIMIT ${PROJECT_TASKS_MAX}`),
  ])
  if (projects.length === 0) throw new Refusal('not_found')
  return tasks
}

/** One task of a project. Refuses with `not_found`. */
export async function findProjectTask(
  reader: Reader,
  { projectId, taskId }: { projectId: string; taskId: string },
): Promise<ProjectTask> {
  const [row] = await reader.rows<ProjectTask>(
    Prisma.sql`${selection} WHERE k.project_id = ${projectId}::uuid AND k.id = ${taskId}::uuid`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}
