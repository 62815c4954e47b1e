import { getNoticeSettings, updateNoticeSettings as update } from '@timedesk/contracts/notice-settings'
import * as contracts from '@timedesk/contracts/notices'
import type { RouteModule } from '../platform/http/serve.ts'
import { findNoticeEntries } from './find-notice-entries.ts'
import { findNoticeSettings } from './find-notice-settings.ts'
import { findNotices } from './find-notices.ts'
import { readAllNotices, readNoticeEntry, unreadNoticeEntry } from './mark-notices.ts'
import { updateNoticeSettings } from './update-notice-settings.ts'

export const noticeRoutes: RouteModule = (serve) => {
  serve.read(contracts.listNotices, async ({ reader, deps, actor, query }) => ({
    body: await findNotices(reader, deps.paging, { kind: 'staff', id: actor.id }, query),
  }))
  serve.write(contracts.readNotices, async ({ tx, context }) => {
    await readAllNotices(tx, context)
    return { body: undefined }
  })
  serve.read(contracts.listNoticeEntries, async ({ reader, deps, actor, query }) => ({
    body: await findNoticeEntries(reader, deps.paging, actor.id, query),
  }))
  serve.write(contracts.readNoticeEntry, async ({ tx, context, params }) => {
    await readNoticeEntry(tx, context, params)
    return { body: undefined }
  })
  serve.write(contracts.unreadNoticeEntry, async ({ tx, context, params }) => {
    await unreadNoticeEntry(tx, context, params)
    return { body: undefined }
  })
  serve.read(getNoticeSettings, async ({ reader, actor }) => {
    const settings = await findNoticeSettings(reader, actor.id)
    return { body: settings, version: settings.version }
  })
  serve.write(update, async ({ tx, context, body, ifMatch }) => {
    await updateNoticeSettings(tx, context, body, ifMatch)
    const settings = await findNoticeSettings(tx, context.actor.id)
    return { body: settings, version: settings.version }
  })
}

export const extranetNoticeRoutes: RouteModule = (serve) => {
  serve.read(contracts.extranetListNotices, async ({ reader, deps, actor, query }) => ({
    body: await findNotices(reader, deps.paging, { kind: 'contact', id: actor.id, language: actor.language }, query),
  }))
  serve.write(contracts.extranetReadNotices, async ({ tx, context }) => {
    await readAllNotices(tx, context)
    return { body: undefined }
  })
}
