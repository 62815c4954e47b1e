import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Session } from '@timedesk/contracts/identity'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { DataTable } from '@timedesk/ui/data-table'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { profileQueries } from './queries.ts'
import { useEndSession } from './use-profile-changes.ts'
import { useProfileWords } from './use-profile-words.ts'

/** Where one is signed in, and how to end it there. */
export function SessionPanel() {
  const words = useProfileWords()
  const tell = useTell()
  const ending = useEndSession()
  const sessions = useQuery(profileQueries.sessions())

  const rowActions = ({ id, userAgent, isCurrent }: Session) =>
    !isCurrent && (
      <ConfirmButton
        size="compact-xs"
        question={words('endQuestion', { device: userAgent })}
        confirmLabel={words('end')}
        isDangerous
        onConfirm={() => ending.mutate(id, tell(words('sessionEnded')))}
      >
        {words('end')}
      </ConfirmButton>
    )

  return (
    <Panel title={words('sessions')}>
      <Text size="sm" c="var(--td-ink-quiet)" mb="xs">
        {words('sessionsText')}
      </Text>
      <QueryFace query={sessions} rows={3}>
        {(found) => (
          <DataTable
            label={words('sessions')}
            rows={found}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'device',
                header: words('device'),
                priority: 1,
                render: ({ userAgent, isCurrent }) => (
                  <span>
                    {userAgent}
                    {isCurrent && <Mark kind="good">{words('thisOne')}</Mark>}
                  </span>
                ),
              },
              { key: 'address', header: words('address'), render: (row) => row.ipAddress },
              { key: 'seen', header: words('lastSeen'), render: (row) => <RelativeTime at={row.lastSeenAt} /> },
            ]}
            rowActions={rowActions}
          />
        )}
      </QueryFace>
    </Panel>
  )
}
