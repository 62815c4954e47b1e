import { listSettingLog } from '@timedesk/contracts/setting-log'
import { findLog } from '../platform/events/find-log.ts'
import type { RouteModule } from '../platform/http/serve.ts'

export const settingLogRoutes: RouteModule = (serve) => {
  serve.read(listSettingLog, async ({ reader, deps, params, query }) => ({
    body: await findLog(reader, deps.paging, { kind: 'setting', id: params.settingId }, query),
  }))
}
