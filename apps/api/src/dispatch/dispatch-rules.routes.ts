import * as contracts from '@timedesk/contracts/dispatch-rules'
import { findCase } from '../helpdesk/find-case.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { putInOrder } from '../settings/put-in-order.ts'
import { createDispatchRule } from './create-dispatch-rule.ts'
import { dispatchByRules } from './dispatch-by-rules.ts'
import { explainDispatch } from './explain-dispatch.ts'
import { findDispatchRule, findDispatchRules } from './find-dispatch-rules.ts'
import { previewConditions } from './preview-conditions.ts'
import { removeDispatchRule, updateDispatchRule } from './update-dispatch-rule.ts'

export const dispatchRuleRoutes: RouteModule = (serve) => {
  serve.read(contracts.listDispatchRules, async ({ reader }) => ({ body: { data: await findDispatchRules(reader) } }))

  serve.read(contracts.getDispatchRule, async ({ reader, params }) => {
    const rule = await findDispatchRule(reader, params.ruleId)
    return { body: rule, version: rule.version }
  })

  serve.write(contracts.createDispatchRule, async ({ tx, context, body }) => {
    const id = await createDispatchRule(tx, context, body)
    const rule = await findDispatchRule(tx, id)
    return { body: rule, version: rule.version, location: `/api/v1/dispatch-rules/${id}` }
  })

  serve.write(contracts.updateDispatchRule, async ({ tx, context, params, body, ifMatch }) => {
    await updateDispatchRule(tx, context, { ruleId: params.ruleId, ...body }, ifMatch)
    const rule = await findDispatchRule(tx, params.ruleId)
    return { body: rule, version: rule.version }
  })

  serve.write(contracts.removeDispatchRule, async ({ tx, context, params }) => {
    await removeDispatchRule(tx, context, params)
    return { body: undefined }
  })

  serve.write(contracts.orderDispatchRules, async ({ tx, context, body }) => {
    await putInOrder(tx, context, 'dispatch_rule', body.ruleIds)
    return { body: { data: await findDispatchRules(tx) } }
  })

  serve.read(contracts.previewConditions, async ({ reader, now, body }) => ({
    body: await previewConditions(reader, now, body),
  }))

  serve.write(contracts.dispatchCaseByRules, async ({ tx, context, actor, now, params }) => {
    await dispatchByRules(tx, context, params)
    const found = await findCase(tx, actor, params.caseId, now)
    return { body: found, version: found.version }
  })

  serve.read(contracts.explainDispatch, async ({ reader, now, params }) => ({
    body: await explainDispatch(reader, now, params),
  }))
}
