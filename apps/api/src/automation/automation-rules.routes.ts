import * as contracts from '@timedesk/contracts/automation-rules'
import { dryRunAutomationRule, listAutomationRuns, listCaseRuns } from '@timedesk/contracts/automation-runs'
import type { Reader } from '../platform/db/database.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { putInOrder } from '../settings/put-in-order.ts'
import { createAutomationRule } from './create-automation-rule.ts'
import { dryRunRule } from './dry-run-rule.ts'
import { findAutomationRule, findAutomationRules } from './find-automation-rules.ts'
import { findRunsOfRule, findRunsOnCase } from './find-automation-runs.ts'
import { removeAutomationRule } from './remove-automation-rule.ts'
import { requireRule } from './require-rule.ts'
import { updateAutomationRule } from './update-automation-rule.ts'

async function show(reader: Reader, ruleId: string, now: Date) {
  const rule = await findAutomationRule(reader, ruleId, now)
  return { body: rule, version: rule.version }
}

export const automationRuleRoutes: RouteModule = (serve) => {
  serve.read(contracts.listAutomationRules, async ({ reader, now }) => ({
    body: { data: await findAutomationRules(reader, now) },
  }))

  serve.read(contracts.getAutomationRule, ({ reader, params, now }) => show(reader, params.ruleId, now))

  serve.write(contracts.createAutomationRule, async ({ tx, context, body, now }) => {
    const id = await createAutomationRule(tx, context, body)
    return { ...(await show(tx, id, now)), location: `/api/v1/automation-rules/${id}` }
  })

  serve.write(contracts.updateAutomationRule, async ({ tx, context, params, body, ifMatch, now }) => {
    await updateAutomationRule(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, params.ruleId, now)
  })

  serve.write(contracts.removeAutomationRule, async ({ tx, context, params }) => {
    await removeAutomationRule(tx, context, params)
    return { body: undefined }
  })

  serve.write(contracts.orderAutomationRules, async ({ tx, context, body, now }) => {
    await putInOrder(tx, context, 'automation_rule', body.ruleIds)
    return { body: { data: await findAutomationRules(tx, now) } }
  })
}

/** What rules did, and what one would have done. */
export const automationRunRoutes: RouteModule = (serve) => {
  serve.read(listAutomationRuns, async ({ reader, deps, params, query }) => ({
    body: await findRunsOfRule(reader, deps.paging, { ...params, ...query }),
  }))

  serve.read(listCaseRuns, async ({ reader, deps, params, query }) => ({
    body: await findRunsOnCase(reader, deps.paging, { ...params, ...query }),
  }))

  serve.read(dryRunAutomationRule, async ({ reader, body, now }) => {
    await requireRule(reader, body.rule, '/body/rule')
    return { body: await dryRunRule(reader, body.rule, { days: body.days, now }) }
  })
}
