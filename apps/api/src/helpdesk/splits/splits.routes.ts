import { previewSplit, splitCase as split } from '@timedesk/contracts/case-splits'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findCase } from '../find-case.ts'
import { findSplitPreview } from './find-split-preview.ts'
import { splitCase } from './split-case.ts'

/** New cases made of messages of other ones. */
export const splitRoutes: RouteModule = (serve) => {
  serve.read(previewSplit, async ({ reader, actor, params, query }) => ({
    body: await findSplitPreview(reader, actor, { ...params, ...query }),
  }))

  serve.write(split, async ({ tx, context, actor, params, body }) => {
    const id = await splitCase(tx, context, { ...params, ...body })
    const found = await findCase(tx, actor, id, context.now)
    return { body: found, version: found.version, location: `/api/v1/cases/${id}` }
  })
}
