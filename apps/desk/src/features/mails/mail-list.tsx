import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { MailState } from '@timedesk/contracts/operations'
import { DataTable } from '@timedesk/ui/data-table'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { MailDialog } from './mail-dialog.tsx'
import { MailStateMark } from './mail-state.tsx'
import { mailQueries } from './queries.ts'
import { useMailWords } from './use-mail-words.ts'

/** The outgoing mail, newest first; an opened one is in the address. */
export function MailList() {
  const words = useMailWords()
  const filters = useUrlFilters()
  const state = MailState.safeParse(filters.get('state')).data
  const openId = filters.get('mail')
  const mails = useInfiniteQuery(mailQueries.list(state === undefined ? {} : { state }))
  return (
    <>
      <ListTools>
        <FilterSelect
          {...{ filters, name: 'state', label: words('state'), anyLabel: words('anyState') }}
          options={MailState.options}
          wordOf={(option) => words(`state_${option}`)}
          value={state}
        />
      </ListTools>
      <ListFace
        query={mails}
        empty={<EmptyList filters={filters} title={words('emptyTitle')} text={words('emptyText')} />}
      >
        {(rows) => (
          <DataTable
            label={words('title')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'subject',
                header: words('subject'),
                priority: 1,
                render: ({ subject, lastError }) => (
                  <div className="desk-stack">
                    <span>{subject}</span>
                    {lastError !== null && <span className="desk-error desk-small">{lastError}</span>}
                  </div>
                ),
              },
              { key: 'to', header: words('to'), render: ({ toAddress }) => toAddress },
              { key: 'state', header: words('state'), render: (row) => <MailStateMark state={row.state} /> },
              { key: 'attempts', header: words('attempts'), align: 'end', priority: 3, render: (row) => row.attempts },
              { key: 'created', header: words('created'), render: (row) => <RelativeTime at={row.createdAt} /> },
            ]}
            rowActions={({ id, subject }) => (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={words('open', { subject })}
                onClick={() => filters.set({ mail: id })}
              >
                {words('read')}
              </Button>
            )}
          />
        )}
      </ListFace>
      {openId !== undefined && <MailDialog mailId={openId} onClose={() => filters.set({ mail: undefined })} />}
    </>
  )
}
