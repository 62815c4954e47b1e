import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DataTable } from '@timedesk/ui/data-table'
import { StatusPill } from '@timedesk/ui/status-pill'

import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** The statuses of cases with the category that rules go by. They cannot be changed. */
export function StatusPanel() {
  const words = useSettingsWords()
  const statuses = useQuery(settingQueries.statuses())
  return (
    <Panel title={words('statusesTitle')}>
      <Text size="sm" c="var(--td-ink-quiet)" mb="sm">
        {words('statusesText')}
      </Text>
      <QueryFace query={statuses}>
        {(found) => (
          <DataTable
            label={words('statusesTitle')}
            rows={found}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', header: words('name'), priority: 1, render: (row) => row.name },
              { key: 'category', header: words('category'), render: (row) => <StatusPill category={row.category} /> },
            ]}
          />
        )}
      </QueryFace>
    </Panel>
  )
}
