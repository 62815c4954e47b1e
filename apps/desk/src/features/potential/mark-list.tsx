import { Anchor, Button, SegmentedControl, Switch } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { PotentialMark } from '@timedesk/contracts/potential'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { potentialPath } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { potentialQueries } from './queries.ts'
import { useReleasePotential } from './use-mark-potential.ts'
import { usePotentialWords } from './use-potential-words.ts'

const KINDS = ['hold', 'write_off'] as const

/** What somebody holds or wrote off by hand, and why. */
export function MarkList() {
  const words = usePotentialWords()
  const filters = useUrlFilters()
  const kind = KINDS.find((candidate) => candidate === filters.get('kind'))
  const isReleased = filters.get('released') === 'yes'
  const marks = useInfiniteQuery(potentialQueries.marks({ isReleased, ...(kind !== undefined && { kind }) }))
  return (
    <>
      <ListTools>
        <SegmentedControl
          size="xs"
          aria-label={words('markKind')}
          value={kind ?? 'all'}
          onChange={(chosen) => filters.set({ kind: chosen === 'all' ? undefined : chosen })}
          data={(['all', ...KINDS] as const).map((option) => ({ value: option, label: words(`marks_${option}`) }))}
        />
        <Switch
          label={words('releasedToo')}
          checked={isReleased}
          onChange={(event) => filters.set({ released: event.currentTarget.checked ? 'yes' : undefined })}
        />
      </ListTools>
      <ListFace
        query={marks}
        empty={<EmptyState title={words('marksEmptyTitle')}>{words('marksEmptyText')}</EmptyState>}
      >
        {(rows) => <MarkTable marks={rows} />}
      </ListFace>
    </>
  )
}

function MarkTable({ marks }: { marks: readonly PotentialMark[] }) {
  const words = usePotentialWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  const mayWrite = useMay()('invoice:write')
  return (
    <DataTable
      label={words('marks')}
      rows={marks}
      rowKey={({ id }) => id}
      isQuiet={({ releasedAt }) => releasedAt !== null}
      columns={[
        {
          key: 'what',
          header: words('what'),
          priority: 1,
          render: ({ text, source, day, kind }) => (
            <div className="desk-stack">
              <span>
                {text}
                <Mark kind={kind === 'hold' ? 'warn' : 'quiet'}>{words(`mark_${kind}`)}</Mark>
              </span>
              <span className="desk-quiet desk-small">
                {invoicingWords(`source_${source}`)} · {format.workDate(day)}
              </span>
            </div>
          ),
        },
        {
          key: 'customer',
          header: words('customer'),
          render: ({ customer }) => (
            <Anchor component={Link} to={potentialPath(customer.id)}>
              {customer.name}
            </Anchor>
          ),
        },
        { key: 'reason', header: words('reason'), render: ({ reason }) => reason },
        { key: 'by', header: words('by'), render: (mark) => <MarkedBy mark={mark} /> },
        {
          key: 'amount',
          header: words('amount'),
          align: 'end',
          render: ({ amount }) => (amount === null ? '—' : format.money(amount)),
        },
      ]}
      {...(mayWrite && { rowActions: (mark: PotentialMark) => <ReleaseButton mark={mark} /> })}
    />
  )
}

function MarkedBy({ mark: { createdByName, createdAt, releasedByName, releasedAt } }: { mark: PotentialMark }) {
  const words = usePotentialWords()
  const format = useFormat()
  return (
    <div className="desk-stack desk-small">
      <span>
        {createdByName}, {format.date(createdAt)}
      </span>
      {releasedAt !== null && (
        <span>{words('releasedBy', { name: releasedByName ?? '', day: format.date(releasedAt) })}</span>
      )}
    </div>
  )
}

function ReleaseButton({ mark: { id, text, releasedAt } }: { mark: PotentialMark }) {
  const words = usePotentialWords()
  const tell = useTell()
  const release = useReleasePotential()
  if (releasedAt !== null) return null
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={words('releaseOf', { name: text })}
      loading={release.isPending}
      onClick={() => release.mutate([id], tell(words('released')))}
    >
      {words('release')}
    </Button>
  )
}
