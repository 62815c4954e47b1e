import * as contracts from '@timedesk/contracts/checklists'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { addChecklistItem } from './add-checklist-item.ts'
import { applyChecklist } from './apply-checklist.ts'
import { createChecklistTemplate } from './create-checklist-template.ts'
import { findChecklist } from './find-checklist.ts'
import { findChecklistTemplate, findChecklistTemplates } from './find-checklist-templates.ts'
import { orderChecklist } from './order-checklist.ts'
import { removeChecklistItem } from './remove-checklist-item.ts'
import { updateChecklistItem } from './update-checklist-item.ts'
import { updateChecklistTemplate } from './update-checklist-template.ts'

async function show(reader: Reader, id: string) {
  const template = await findChecklistTemplate(reader, id)
  return { body: template, version: template.version }
}

export const checklistTemplateRoutes: RouteModule = (serve) => {
  serve.read(contracts.listChecklistTemplates, async ({ reader, query }) => ({
    body: { data: await findChecklistTemplates(reader, query.isActive) },
  }))

  serve.read(contracts.getChecklistTemplate, async ({ reader, params }) => show(reader, params.templateId))

  serve.write(contracts.createChecklistTemplate, async ({ tx, context, body }) => {
    const id = await createChecklistTemplate(tx, context, body)
    return { ...(await show(tx, id)), location: `/api/v1/checklist-templates/${id}` }
  })

  serve.write(contracts.updateChecklistTemplate, async ({ tx, context, params, body, ifMatch }) => {
    await updateChecklistTemplate(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, params.templateId)
  })
}

/** The checklists of cases. Each change answers the whole list. */
export const checklistRoutes: RouteModule = (serve) => {
  serve.read(contracts.getCaseChecklist, async ({ reader, actor, params }) => ({
    body: await findChecklist(reader, actor, params.caseId),
  }))

  serve.write(contracts.addChecklistItem, async ({ tx, context, actor, params, body }) => {
    await addChecklistItem(tx, context, { ...params, ...body })
    return { body: await findChecklist(tx, actor, params.caseId) }
  })

  serve.write(contracts.applyChecklist, async ({ tx, context, actor, params, body }) => {
    await applyChecklist(tx, context, { ...params, ...body })
    return { body: await findChecklist(tx, actor, params.caseId) }
  })

  serve.write(contracts.updateChecklistItem, async ({ tx, context, actor, params, body }) => {
    await updateChecklistItem(tx, context, { ...params, ...body })
    return { body: await findChecklist(tx, actor, params.caseId) }
  })

  serve.write(contracts.removeChecklistItem, async ({ tx, context, actor, params }) => {
    await removeChecklistItem(tx, context, params)
    return { body: await findChecklist(tx, actor, params.caseId) }
  })

  serve.write(contracts.orderChecklist, async ({ tx, actor, params, body }) => {
    await orderChecklist(tx, { ...params, ...body })
    return { body: await findChecklist(tx, actor, params.caseId) }
  })
}
