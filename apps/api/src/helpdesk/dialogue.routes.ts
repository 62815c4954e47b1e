import { listCaseAttachments } from '@timedesk/contracts/case-attachments'
import { getTimelineCounts, listTimeline, postReply as reply, writeNote as note } from '@timedesk/contracts/dialogue'
import type { RouteModule } from '../platform/http/serve.ts'
import { countTimeline } from './count-timeline.ts'
import { findCaseAttachments } from './find-case-attachments.ts'
import { findTimeline } from './find-timeline.ts'
import { postReply } from './post-reply.ts'
import { writeNote } from './write-note.ts'

/** What is said on cases, for staff. */
export const dialogueRoutes: RouteModule = (serve) => {
  serve.read(listTimeline, async ({ reader, deps, actor, params, query }) => ({
    body: await findTimeline(reader, deps.paging, actor, { ...params, ...query }),
  }))

  serve.read(getTimelineCounts, async ({ reader, actor, params }) => ({
    body: await countTimeline(reader, actor, params),
  }))

  serve.read(listCaseAttachments, async ({ reader, deps, params, query }) => ({
    body: await findCaseAttachments(reader, deps.paging, { ...params, ...query }),
  }))

  serve.write(reply, async ({ tx, context, params, body }) => ({
    body: await postReply(tx, context, { ...params, ...body }),
  }))

  serve.write(note, async ({ tx, context, params, body }) => ({
    body: await writeNote(tx, context, { ...params, ...body }),
  }))
}
