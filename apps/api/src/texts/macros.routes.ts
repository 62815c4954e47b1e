import * as contracts from '@timedesk/contracts/macros'
import { findCase } from '../helpdesk/find-case.ts'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { createMacro } from './create-macro.ts'
import { findMacro, findMacros } from './find-macros.ts'
import { previewMacro } from './preview-macro.ts'
import { runMacro } from './run-macro.ts'
import { updateMacro } from './update-macro.ts'

async function show(reader: Reader, actor: StaffActor, id: string) {
  const macro = await findMacro(reader, actor, id)
  return { body: macro, version: macro.version }
}

export const macroRoutes: RouteModule = (serve) => {
  serve.read(contracts.listMacros, async ({ reader, deps, actor, query }) => ({
    body: await findMacros(reader, deps.paging, actor, query),
  }))

  serve.read(contracts.getMacro, ({ reader, actor, params }) => show(reader, actor, params.macroId))

  serve.write(contracts.createMacro, async ({ tx, context, actor, body }) => {
    const id = await createMacro(tx, context, body)
    return { ...(await show(tx, actor, id)), location: `/api/v1/macros/${id}` }
  })

  serve.write(contracts.updateMacro, async ({ tx, context, actor, params, body, ifMatch }) => {
    await updateMacro(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, actor, params.macroId)
  })

  serve.write(contracts.getMacroPreview, async ({ tx, context, deps, params }) => {
    const preview = await previewMacro(tx, context, params, deps.publicUrl)
    return { body: preview, version: preview.caseVersion }
  })

  serve.write(contracts.runMacro, async ({ tx, context, deps, actor, params, body, ifMatch, now }) => {
    const { macro, message } = await runMacro(
      tx,
      context,
      { ...params, ...body },
      { publicUrl: deps.publicUrl, ifMatch },
    )
    const { id, name } = macro
    return { body: { macro: { id, name }, message, case: await findCase(tx, actor, params.caseId, now) } }
  })
}
