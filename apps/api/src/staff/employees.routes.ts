import * as contracts from '@timedesk/contracts/staff'
import type { RouteModule } from '../platform/http/serve.ts'
import { createEmployee } from './create-employee.ts'
import { findEmployee, findEmployees } from './find-employees.ts'
import { inviteEmployee } from './invite-employee.ts'
import { updateEmployee } from './update-employee.ts'

export const employeeRoutes: RouteModule = (serve) => {
  serve.read(contracts.listEmployees, async ({ reader, deps, query }) => ({
    body: await findEmployees(reader, deps.paging, query),
  }))

  serve.read(contracts.getEmployee, async ({ reader, params }) => {
    const employee = await findEmployee(reader, params.employeeId)
    return { body: employee, version: employee.version }
  })

  serve.write(contracts.createEmployee, async ({ tx, context, deps, body }) => {
    const id = await createEmployee(tx, context, body, deps.publicUrl)
    const employee = await findEmployee(tx, id)
    return { body: employee, version: employee.version, location: `/api/v1/employees/${id}` }
  })

  serve.write(contracts.updateEmployee, async ({ tx, context, params, body, ifMatch }) => {
    await updateEmployee(tx, context, { employeeId: params.employeeId, ...body }, ifMatch)
    const employee = await findEmployee(tx, params.employeeId)
    return { body: employee, version: employee.version }
  })

  serve.write(contracts.inviteEmployee, async ({ tx, context, deps, params }) => {
    await inviteEmployee(tx, context, params.employeeId, deps.publicUrl)
    return { body: undefined }
  })
}
