import { useInfiniteQuery } from '@tanstack/react-query'
import { listSettingLog } from '@timedesk/contracts/setting-log'

import { client } from '../client.ts'
import { EventLog } from '../events/event-log.tsx'
import { pagesOf } from '../lists/pages-of.ts'
import { Panel } from '../panels/panel.tsx'
import { queryRoots } from '../query-roots.ts'
import { useCommonWords } from './use-common-words.ts'

const settingLog = (settingId: string) =>
  pagesOf([...queryRoots.settingLogs, settingId], (page, signal) =>
    client.call(listSettingLog, { params: { settingId }, query: page, signal }),
  )

/** Who changed a setting and what, latest first. */
export function SettingLog({ settingId }: { settingId: string }) {
  const words = useCommonWords()
  const log = useInfiniteQuery(settingLog(settingId))
  return (
    <Panel title={words('log')}>
      <EventLog query={log} label={words('log')} empty={words('logEmpty')} />
    </Panel>
  )
}
