import * as caseSettings from '@timedesk/contracts/case-settings'
import * as contracts from '@timedesk/contracts/settings'
import { listSetupSteps } from '@timedesk/contracts/setup-steps'
import type { RouteModule } from '../platform/http/serve.ts'
import { createActivityType } from './create-activity-type.ts'
import { createCaseType } from './create-case-type.ts'
import { createPriority } from './create-priority.ts'
import { findActivityType, findActivityTypes } from './find-activity-types.ts'
import { findCaseType, findCaseTypes } from './find-case-types.ts'
import { findCompany } from './find-company.ts'
import { findPriorities, findPriority } from './find-priorities.ts'
import { findSetupSteps } from './find-setup-steps.ts'
import { updateActivityType } from './update-activity-type.ts'
import { updateCaseType } from './update-case-type.ts'
import { updateCompany } from './update-company.ts'
import { updatePriority } from './update-priority.ts'

export const companyRoutes: RouteModule = (serve) => {
  serve.read(contracts.getCompany, async ({ reader }) => {
    const company = await findCompany(reader)
    return { body: company, version: company.version }
  })

  serve.write(contracts.updateCompany, async ({ tx, context, body, ifMatch }) => {
    await updateCompany(tx, context, body, ifMatch)
    const company = await findCompany(tx)
    return { body: company, version: company.version }
  })

  serve.read(listSetupSteps, async ({ reader, deps }) => ({
    body: { data: await findSetupSteps(reader, deps.env.SMTP_URL !== undefined) },
  }))
}

export const caseTypeRoutes: RouteModule = (serve) => {
  serve.read(caseSettings.listCaseTypes, async ({ reader }) => ({ body: { data: await findCaseTypes(reader) } }))

  serve.write(caseSettings.createCaseType, async ({ tx, context, body }) => {
    const caseType = await findCaseType(tx, await createCaseType(tx, context, body))
    return { body: caseType, version: caseType.version }
  })

  serve.write(caseSettings.updateCaseType, async ({ tx, context, params, body, ifMatch }) => {
    await updateCaseType(tx, context, { caseTypeId: params.caseTypeId, ...body }, ifMatch)
    const caseType = await findCaseType(tx, params.caseTypeId)
    return { body: caseType, version: caseType.version }
  })
}

export const priorityRoutes: RouteModule = (serve) => {
  serve.read(caseSettings.listPriorities, async ({ reader }) => ({ body: { data: await findPriorities(reader) } }))

  serve.write(caseSettings.createPriority, async ({ tx, context, body }) => {
    const priority = await findPriority(tx, await createPriority(tx, context, body))
    return { body: priority, version: priority.version }
  })

  serve.write(caseSettings.updatePriority, async ({ tx, context, params, body, ifMatch }) => {
    await updatePriority(tx, context, { priorityId: params.priorityId, ...body }, ifMatch)
    const priority = await findPriority(tx, params.priorityId)
    return { body: priority, version: priority.version }
  })
}

export const activityTypeRoutes: RouteModule = (serve) => {
  serve.read(contracts.listActivityTypes, async ({ reader }) => ({ body: { data: await findActivityTypes(reader) } }))

  serve.write(contracts.createActivityType, async ({ tx, context, body }) => {
    const activityType = await findActivityType(tx, await createActivityType(tx, context, body))
    return { body: activityType, version: activityType.version }
  })

  serve.write(contracts.updateActivityType, async ({ tx, context, params, body, ifMatch }) => {
    await updateActivityType(tx, context, { activityTypeId: params.activityTypeId, ...body }, ifMatch)
    const activityType = await findActivityType(tx, params.activityTypeId)
    return { body: activityType, version: activityType.version }
  })
}
