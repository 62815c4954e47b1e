import * as contracts from '@timedesk/contracts/recurring-cases'
import { clockMinutes } from '@timedesk/domain/calendar/clock'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findCompany } from '../../settings/find-company.ts'
import { createRecurringCase } from './create-recurring-case.ts'
import { findRecurringCase, findRecurringCases, nextOf } from './find-recurring-cases.ts'
import { findRecurringRuns } from './find-recurring-runs.ts'
import { updateRecurringCase } from './update-recurring-case.ts'

async function show(reader: Reader, id: string, now: Date) {
  const recurring = await findRecurringCase(reader, id, now)
  return { body: recurring, version: recurring.version }
}

export const recurringCaseRoutes: RouteModule = (serve) => {
  serve.read(contracts.listRecurringCases, async ({ reader, deps, query, now }) => ({
    body: await findRecurringCases(reader, deps.paging, query, now),
  }))

  serve.read(contracts.getRecurringCase, async ({ reader, params, now }) => show(reader, params.recurringId, now))

  serve.read(contracts.listRecurringRuns, async ({ reader, deps, params, query }) => ({
    body: await findRecurringRuns(reader, deps.paging, { ...params, ...query }),
  }))

  serve.read(contracts.previewRecurrence, async ({ reader, body: { time, ...rule }, now }) => {
    const { timeZone } = await findCompany(reader)
    const clocked = { ...rule, clockMinutes: clockMinutes(time) }
    return { body: { data: nextOf(clocked, timeZone, { now, since: now, lastDay: null }) } }
  })

  serve.write(contracts.createRecurringCase, async ({ tx, context, body }) => {
    const id = await createRecurringCase(tx, context, body)
    return { ...(await show(tx, id, context.now)), location: `/api/v1/recurring-cases/${id}` }
  })

  serve.write(contracts.updateRecurringCase, async ({ tx, context, params, body, ifMatch }) => {
    await updateRecurringCase(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, params.recurringId, context.now)
  })
}
