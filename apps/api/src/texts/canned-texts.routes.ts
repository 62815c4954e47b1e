import * as contracts from '@timedesk/contracts/canned-texts'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { createCannedText } from './create-canned-text.ts'
import { findCannedText, findCannedTexts, presentCannedText } from './find-canned-texts.ts'
import { findCaseTexts } from './find-case-texts.ts'
import { updateCannedText } from './update-canned-text.ts'

async function show(reader: Reader, actor: StaffActor, id: string) {
  const row = await findCannedText(reader, actor, id)
  return { body: presentCannedText(row, actor), version: row.version }
}

export const cannedTextRoutes: RouteModule = (serve) => {
  serve.read(contracts.listCannedTexts, async ({ reader, deps, actor, query }) => ({
    body: await findCannedTexts(reader, deps.paging, actor, query),
  }))

  serve.read(contracts.getCannedText, ({ reader, actor, params }) => show(reader, actor, params.cannedTextId))

  serve.write(contracts.createCannedText, async ({ tx, context, actor, body }) => {
    const id = await createCannedText(tx, context, body)
    return { ...(await show(tx, actor, id)), location: `/api/v1/canned-texts/${id}` }
  })

  serve.write(contracts.updateCannedText, async ({ tx, context, actor, params, body, ifMatch }) => {
    await updateCannedText(tx, context, { ...params, ...body }, ifMatch)
    return show(tx, actor, params.cannedTextId)
  })

  serve.read(contracts.listCaseTexts, async ({ reader, deps, actor, params, query, now }) => ({
    body: { data: await findCaseTexts(reader, actor, { ...params, ...query }, { publicUrl: deps.publicUrl, now }) },
  }))
}
