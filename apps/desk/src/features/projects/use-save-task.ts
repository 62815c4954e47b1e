import { createProjectTask, updateProjectTask, type ProjectTask } from '@timedesk/contracts/projects'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** Adds a task to a project, behind the others. */
export function useCreateTask(projectId: string) {
  return useChange(
    (body: { name: string; position: number }) => client.call(createProjectTask, { params: { projectId }, body }),
    [queryRoots.projects],
  )
}

type TaskChange = { task: ProjectTask; body: { name?: string; isActive?: boolean } }

/** Renames a task, or takes it out of use, if nobody changed it since it was read. */
export function useUpdateTask(projectId: string) {
  return useChange(
    ({ task: { id, version }, body }: TaskChange) =>
      client.call(updateProjectTask, { params: { projectId, taskId: id }, headers: ifMatch(version), body }),
    [queryRoots.projects, queryRoots.weeks],
  )
}
