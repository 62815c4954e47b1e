import { SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Voucher } from '@timedesk/contracts/vouchers'
import { EmptyState } from '@timedesk/ui/empty-state'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { dayIn } from '../../shared/day-in.ts'
import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { needingAttention, type Attention } from './attention.ts'
import { voucherQueries } from './queries.ts'
import { useVoucherWords } from './use-voucher-words.ts'
import { VoucherTable } from './voucher-table.tsx'

const State = Voucher.shape.state

/** All vouchers, or those that somebody has to look after. */
export function VoucherList() {
  const words = useVoucherWords()
  const coverWords = useCoverWords()
  const filters = useUrlFilters()
  const attention = attentionOf(filters.get('show'))
  const state = State.safeParse(filters.get('state')).data
  return (
    <>
      <ListTools>
        <SegmentedControl
          size="xs"
          aria-label={words('which')}
          value={attention ?? 'all'}
          onChange={(show) => filters.set({ show: show === 'all' ? undefined : show, state: undefined })}
          data={[
            { value: 'all', label: words('all') },
            { value: 'nearly_empty', label: words('nearlyEmpty') },
            { value: 'expiring', label: words('expiring') },
          ]}
        />
        {attention === null && (
          <FilterSelect
            {...{ filters, name: 'state', label: words('state'), anyLabel: words('anyState') }}
            options={State.options}
            wordOf={(option) => coverWords(`voucher_${option}`)}
            value={state}
          />
        )}
      </ListTools>
      {attention === null ? <AllVouchers state={state} /> : <AttentionVouchers attention={attention} />}
    </>
  )
}

function AllVouchers({ state }: { state: Voucher['state'] | undefined }) {
  const words = useVoucherWords()
  const filters = useUrlFilters()
  const vouchers = useInfiniteQuery(voucherQueries.list(state === undefined ? {} : { state }))
  return (
    <ListFace
      query={vouchers}
      empty={<EmptyList filters={filters} title={words('emptyTitle')} text={words('emptyText')} />}
    >
      {(rows) => <VoucherTable vouchers={rows} withCustomer />}
    </ListFace>
  )
}

function AttentionVouchers({ attention }: { attention: Attention }) {
  const words = useVoucherWords()
  const { company } = useMe()
  const vouchers = useQuery(voucherQueries.active())
  return (
    <QueryFace query={vouchers}>
      {(found) => {
        const rows = needingAttention(found, attention, dayIn(company.timeZone, new Date()))
        if (rows.length === 0) {
          return <EmptyState title={words('attentionEmpty')}>{words('attentionEmptyText')}</EmptyState>
        }
        return <VoucherTable vouchers={rows} withCustomer />
      }}
    </QueryFace>
  )
}

function attentionOf(show: string | undefined): Attention | null {
  return show === 'nearly_empty' || show === 'expiring' ? show : null
}
