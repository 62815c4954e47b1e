import * as contracts from '@timedesk/contracts/scheduled-messages'
import type { RouteModule } from '../../platform/http/serve.ts'
import { showDraft } from './find-drafts.ts'
import { callBackDraft, scheduleDraft } from './schedule-draft.ts'

/** What goes out by itself. */
export const scheduledMessageRoutes: RouteModule = (serve) => {
  for (const [schedule, callBack, isShared] of [
    [contracts.scheduleDraft, contracts.callBackDraft, false],
    [contracts.scheduleSharedDraft, contracts.callBackSharedDraft, true],
  ] as const) {
    serve.write(schedule, async ({ tx, context, actor, params, body, ifMatch, deps }) => {
      const at = await scheduleDraft(tx, context, { ...params, isShared }, body, ifMatch)
      // Before the commit: a job that comes too early finds nothing, and that of every minute comes after it.
      await deps.jobs.enqueue('send-messages', {}, at)
      return showDraft(tx, actor, { ...params, isShared })
    })

    serve.write(callBack, async ({ tx, context, actor, params }) => {
      await callBackDraft(tx, context, { ...params, isShared })
      return showDraft(tx, actor, { ...params, isShared })
    })
  }
}
