import { extranetListNotices, extranetReadNotices, listNotices, readNotices } from '@timedesk/contracts/notices'
import type { RouteModule } from '../platform/http/serve.ts'
import { findNotices, readAllNotices } from './find-notices.ts'

export const noticeRoutes: RouteModule = (serve) => {
  serve.read(listNotices, async ({ reader, deps, actor, query }) => ({
    body: await findNotices(reader, deps.paging, { kind: 'staff', id: actor.id }, query),
  }))
  serve.write(readNotices, async ({ tx, actor, now }) => {
    await readAllNotices(tx, { kind: 'staff', id: actor.id }, now)
    return { body: undefined }
  })
}

export const extranetNoticeRoutes: RouteModule = (serve) => {
  serve.read(extranetListNotices, async ({ reader, deps, actor, query }) => ({
    body: await findNotices(reader, deps.paging, { kind: 'contact', id: actor.id, language: actor.language }, query),
  }))
  serve.write(extranetReadNotices, async ({ tx, actor, now }) => {
    await readAllNotices(tx, { kind: 'contact', id: actor.id, language: actor.language }, now)
    return { body: undefined }
  })
}
