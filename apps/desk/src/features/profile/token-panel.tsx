import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ApiToken } from '@timedesk/contracts/api-tokens'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { profileQueries } from './queries.ts'
import { TokenDialog } from './token-dialog.tsx'
import { useRevokeToken } from './use-profile-changes.ts'
import { useProfileWords } from './use-profile-words.ts'

/** One's API tokens: create, and revoke. */
export function TokenPanel() {
  const words = useProfileWords()
  const format = useFormat()
  const tell = useTell()
  const revocation = useRevokeToken()
  const tokens = useQuery(profileQueries.apiTokens())
  const [isCreating, setIsCreating] = useState(false)

  const rowActions = ({ id, name }: ApiToken) => (
    <ConfirmButton
      size="compact-xs"
      question={words('revokeQuestion', { name })}
      consequence={words('revokeConsequence')}
      confirmLabel={words('revoke')}
      isDangerous
      onConfirm={() => revocation.mutate(id, tell(words('revoked')))}
    >
      {words('revoke')}
    </ConfirmButton>
  )

  return (
    <Panel
      title={words('tokens')}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setIsCreating(true)}>
          {words('newToken')}
        </Button>
      }
    >
      <Text size="sm" c="var(--td-ink-quiet)" mb="xs">
        {words('tokensText')}
      </Text>
      <QueryFace query={tokens} rows={3}>
        {(found) =>
          found.length === 0 ? (
            <Text size="sm">{words('noTokens')}</Text>
          ) : (
            <DataTable
              label={words('tokens')}
              rows={found}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'name',
                  header: words('tokenName'),
                  priority: 1,
                  render: ({ name, hint, scopes }) => (
                    <div className="desk-stack">
                      <span>
                        {name} <code className="desk-quiet">{hint}</code>
                      </span>
                      <span className="desk-quiet desk-small">{scopes.join(', ')}</span>
                    </div>
                  ),
                },
                { key: 'expires', header: words('expires'), render: ({ expiresAt }) => format.date(expiresAt) },
                {
                  key: 'used',
                  header: words('lastUsed'),
                  render: ({ lastUsedAt }) => (lastUsedAt === null ? words('never') : <RelativeTime at={lastUsedAt} />),
                },
              ]}
              rowActions={rowActions}
            />
          )
        }
      </QueryFace>
      {isCreating && <TokenDialog onClose={() => setIsCreating(false)} />}
    </Panel>
  )
}
