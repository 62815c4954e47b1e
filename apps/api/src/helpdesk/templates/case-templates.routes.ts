import * as contracts from '@timedesk/contracts/case-templates'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { createCaseTemplate } from './create-case-template.ts'
import { findCaseTemplate, findCaseTemplates } from './find-case-templates.ts'
import { updateCaseTemplate } from './update-case-template.ts'

async function show(reader: Reader, id: string) {
  const template = await findCaseTemplate(reader, id)
  return { body: template, version: template.version }
}

export const caseTemplateRoutes: RouteModule = (serve) => {
  serve.read(contracts.listCaseTemplates, async ({ reader, query }) => ({
    body: { data: await findCaseTemplates(reader, query.isActive) },
  }))

  serve.read(contracts.getCaseTemplate, async ({ reader, params }) => show(reader, params.templateId))

  serve.write(contracts.createCaseTemplate, async ({ tx, context, body }) => {
    const id = await createCaseTemplate(tx, context, body)
    return { ...(await show(tx, id)), location: `/api/v1/case-templates/${id}` }
  })

  serve.write(contracts.updateCaseTemplate, async ({ tx, context, params, body, ifMatch }) => {
    await updateCaseTemplate(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, params.templateId)
  })
}
