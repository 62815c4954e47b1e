import {
  createDepartment as create,
  getDepartment,
  listDepartments,
  updateDepartment as update,
} from '@timedesk/contracts/staff'
import type { RouteModule } from '../platform/http/serve.ts'
import { createDepartment } from './create-department.ts'
import { findDepartment, findDepartments } from './find-departments.ts'
import { updateDepartment } from './update-department.ts'

export const departmentRoutes: RouteModule = (serve) => {
  serve.read(listDepartments, async ({ reader, deps, query }) => ({
    body: await findDepartments(reader, deps.paging, query),
  }))

  serve.read(getDepartment, async ({ reader, params }) => {
    const department = await findDepartment(reader, params.departmentId)
    return { body: department, version: department.version }
  })

  serve.write(create, async ({ tx, context, body }) => {
    const id = await createDepartment(tx, context, body)
    const department = await findDepartment(tx, id)
    return { body: department, version: department.version, location: `/api/v1/departments/${id}` }
  })

  serve.write(update, async ({ tx, context, params, body, ifMatch }) => {
    await updateDepartment(tx, context, { departmentId: params.departmentId, ...body }, ifMatch)
    const department = await findDepartment(tx, params.departmentId)
    return { body: department, version: department.version }
  })
}
