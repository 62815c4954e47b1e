import * as contracts from '@timedesk/contracts/projects'
import type { RouteModule } from '../platform/http/serve.ts'
import { createProject } from './create-project.ts'
import { createProjectTask } from './create-project-task.ts'
import { findProjectTask, findProjectTasks } from './find-project-tasks.ts'
import { findProject, findProjects } from './find-projects.ts'
import { updateProject } from './update-project.ts'
import { updateProjectTask } from './update-project-task.ts'

export const projectRoutes: RouteModule = (serve) => {
  serve.read(contracts.listProjects, async ({ reader, deps, query }) => ({
    body: await findProjects(reader, deps.paging, query),
  }))

  serve.read(contracts.getProject, async ({ reader, params }) => {
    const project = await findProject(reader, params.projectId)
    return { body: project, version: project.version }
  })

  serve.write(contracts.createProject, async ({ tx, context, body }) => {
    const id = await createProject(tx, context, body)
    const project = await findProject(tx, id)
    return { body: project, version: project.version, location: `/api/v1/projects/${id}` }
  })

  serve.write(contracts.updateProject, async ({ tx, context, params, body, ifMatch }) => {
    await updateProject(tx, context, { projectId: params.projectId, ...body }, ifMatch)
    const project = await findProject(tx, params.projectId)
    return { body: project, version: project.version }
  })
}

export const projectTaskRoutes: RouteModule = (serve) => {
  serve.read(contracts.listProjectTasks, async ({ reader, params, query }) => ({
    body: { data: await findProjectTasks(reader, params.projectId, query.isActive) },
  }))

  serve.write(contracts.createProjectTask, async ({ tx, context, params, body }) => {
    const taskId = await createProjectTask(tx, context, { ...params, ...body })
    const task = await findProjectTask(tx, { ...params, taskId })
    return { body: task, version: task.version }
  })

  serve.write(contracts.updateProjectTask, async ({ tx, context, params, body, ifMatch }) => {
    await updateProjectTask(tx, context, { ...params, ...body }, ifMatch)
    const task = await findProjectTask(tx, params)
    return { body: task, version: task.version }
  })
}
