import { Anchor, Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { RecurringCase } from '@timedesk/contracts/recurring-cases'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EditButton } from '../../shared/lists/edit-button.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { paths } from '../../shared/paths.ts'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import { recurringQueries } from './queries.ts'
import { RecurringDialog } from './recurring-dialog.tsx'
import { RunsDialog } from './runs-dialog.tsx'
import { useRecurringWords } from './use-recurring-words.ts'
import { useRuleWords } from './use-rule-words.ts'
import { usePauseRecurring } from './use-save-recurring.ts'

type Opened = { id: string; dialog: 'edit' | 'runs' }

/** The recurring cases with when each comes next, the paused ones among them. */
export function RecurringList({ mayWrite }: { mayWrite: boolean }) {
  const words = useRecurringWords()
  const format = useFormat()
  const wordRule = useRuleWords()
  const recurring = useInfiniteQuery(recurringQueries.list())
  const [opened, setOpened] = useState<Opened | null>(null)
  const one = recurring.data?.pages.flatMap(({ data }) => data).find(({ id }) => id === opened?.id)

  return (
    <>
      <ListFace query={recurring} empty={<EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>}>
        {(rows) => (
          <DataTable
            label={words('title')}
            rows={rows}
            rowKey={({ id }) => id}
            isQuiet={({ isActive }) => !isActive}
            columns={[
              {
                ...{ key: 'name', header: words('name'), priority: 1 },
                render: ({ name, template, isActive }) => (
                  <span className="desk-stack">
                    <span>
                      {name}
                      {!isActive && <Mark kind="warn">{words('paused')}</Mark>}
                    </span>
                    <span className="desk-quiet desk-small">{template.name}</span>
                  </span>
                ),
              },
              { key: 'customer', header: words('customer'), render: ({ customer }) => customer.name },
              { key: 'rule', header: words('rule'), render: ({ every, time }) => wordRule(every, time) },
              {
                ...{ key: 'next', header: words('next') },
                render: ({ next: [first] }) =>
                  first === undefined ? '—' : `${format.weekday(first.day)} ${format.workDate(first.day)}`,
              },
              {
                ...{ key: 'lastCase', header: words('lastCase') },
                render: ({ lastCase }) =>
                  lastCase === null ? (
                    '—'
                  ) : (
                    <Anchor component={Link} to={paths.case(lastCase.number)}>
                      #{lastCase.number}
                    </Anchor>
                  ),
              },
            ]}
            rowActions={(row) => (
              <RowButtons row={row} mayWrite={mayWrite} onOpen={(dialog) => setOpened({ id: row.id, dialog })} />
            )}
          />
        )}
      </ListFace>
      {one !== undefined && opened?.dialog === 'edit' && (
        <RecurringDialog recurring={one} onClose={() => setOpened(null)} />
      )}
      {one !== undefined && opened?.dialog === 'runs' && <RunsDialog recurring={one} onClose={() => setOpened(null)} />}
    </>
  )
}

type RowButtonsProps = { row: RecurringCase; mayWrite: boolean; onOpen: (dialog: Opened['dialog']) => void }

function RowButtons({ row, mayWrite, onOpen }: RowButtonsProps) {
  const words = useRecurringWords()
  const commonWords = useCommonWords()
  const tell = useTell()
  const pause = usePauseRecurring()
  const { name, isActive } = row
  return (
    <span className="desk-row-buttons">
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words('runsThing', { name })}
        onClick={() => onOpen('runs')}
      >
        {words('runs')}
      </Button>
      {mayWrite && (
        <>
          <Button
            size="compact-xs"
            variant="default"
            loading={pause.isPending}
            aria-label={words(isActive ? 'pauseThing' : 'resumeThing', { name })}
            onClick={() =>
              pause.mutate(
                { recurring: row, isActive: !isActive },
                tell(words(isActive ? 'wasPaused' : 'wasResumed', { name })),
              )
            }
          >
            {words(isActive ? 'pause' : 'resume')}
          </Button>
          <EditButton label={commonWords('editThing', { name })} onClick={() => onOpen('edit')} />
        </>
      )}
    </span>
  )
}
