import { mergeCase as merge, previewMerge, unmergeCase as unmerge } from '@timedesk/contracts/case-merges'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findCase } from '../find-case.ts'
import { findMergePreview } from './find-merge-preview.ts'
import { mergeCase } from './merge-case.ts'
import { unmergeCase } from './unmerge-case.ts'

/** Cases that go on in other ones. */
export const mergeRoutes: RouteModule = (serve) => {
  serve.read(previewMerge, async ({ reader, actor, params, query }) => ({
    body: await findMergePreview(reader, actor, { ...params, ...query }),
  }))

  serve.write(merge, async ({ tx, context, actor, params, body }) => {
    await mergeCase(tx, context, { ...params, ...body })
    const found = await findCase(tx, actor, body.intoId, context.now)
    return { body: found, version: found.version }
  })

  serve.write(unmerge, async ({ tx, context, actor, params }) => {
    await unmergeCase(tx, context, params)
    const found = await findCase(tx, actor, params.caseId, context.now)
    return { body: found, version: found.version }
  })
}
