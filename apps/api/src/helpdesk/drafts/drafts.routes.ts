import * as contracts from '@timedesk/contracts/drafts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { askWriter, takeOverWriting } from './ask-writer.ts'
import { discardDraft } from './discard-draft.ts'
import { findCaseDrafts, findDraft, findMyDrafts, showDraft } from './find-drafts.ts'
import { keepDraft } from './keep-draft.ts'
import { shareDraft, unshareDraft } from './share-draft.ts'

/** What is being written on cases: one's own and what is shared. */
export const messageDraftRoutes: RouteModule = (serve) => {
  serve.read(contracts.listCaseDrafts, async ({ reader, actor, params }) => ({
    body: await findCaseDrafts(reader, actor, params.caseId),
  }))

  serve.read(contracts.listMyDrafts, async ({ reader, deps, actor, query }) => ({
    body: await findMyDrafts(reader, deps.paging, actor, query),
  }))

  for (const [keep, discard, isShared] of [
    [contracts.keepDraft, contracts.discardDraft, false],
    [contracts.keepSharedDraft, contracts.discardSharedDraft, true],
  ] as const) {
    serve.write(keep, async ({ tx, context, actor, params, body, ifMatch }) => {
      await keepDraft(tx, context, { ...params, isShared }, body, ifMatch)
      return showDraft(tx, actor, { ...params, isShared })
    })

    serve.write(discard, async ({ tx, context, params, ifMatch }) => {
      await discardDraft(tx, context, { ...params, isShared }, ifMatch)
      return { body: undefined }
    })
  }

  serve.write(contracts.shareDraft, async ({ tx, context, actor, params }) => {
    await shareDraft(tx, context, params)
    return showDraft(tx, actor, { ...params, isShared: true })
  })

  serve.write(contracts.unshareDraft, async ({ tx, context, actor, params }) => {
    await unshareDraft(tx, context, params)
    return showDraft(tx, actor, { ...params, isShared: false })
  })

  serve.write(contracts.takeOverWriting, async ({ tx, context, actor, params, body }) => {
    await takeOverWriting(tx, context, { ...params, ...body })
    return { body: { draft: await findDraft(tx, actor, { ...params, kind: body.kind, isShared: true }) } }
  })

  serve.write(contracts.askWriter, async ({ tx, context, params, body }) => {
    await askWriter(tx, context, { ...params, ...body })
    return { body: undefined }
  })
}
