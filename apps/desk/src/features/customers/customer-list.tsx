import { Anchor, Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { CustomerSummary } from '@timedesk/contracts/customers'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { ActiveSwitch } from '../../shared/lists/active-switch.tsx'
import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { SearchBox } from '../../shared/lists/search-box.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { activeFilterOf, searchOf, useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { customerQueries } from './queries.ts'
import { useCustomerWords } from './use-customer-words.ts'

/** The customers by name, with how much they have going on. `onCreate` is left out for who may not create one. */
export function CustomerList({ onCreate }: { onCreate?: (() => void) | undefined }) {
  const words = useCustomerWords()
  const listWords = useListWords()
  const format = useFormat()
  const filters = useUrlFilters()
  const customers = useInfiniteQuery(customerQueries.list({ ...searchOf(filters), ...activeFilterOf(filters) }))

  const nameCell = ({ id, name, isActive }: CustomerSummary) => (
    <>
      <Anchor component={Link} to={paths.customer(id)}>
        {name}
      </Anchor>
      {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
    </>
  )

  return (
    <>
      <ListTools>
        <SearchBox filters={filters} label={words('search')} />
        <ActiveSwitch filters={filters} />
      </ListTools>
      <ListFace
        query={customers}
        empty={
          <EmptyList
            filters={filters}
            title={words('emptyTitle')}
            text={words('emptyText')}
            actions={onCreate !== undefined && <Button onClick={onCreate}>{words('new')}</Button>}
          />
        }
      >
        {(rows) => (
          <DataTable
            label={words('title')}
            rows={rows}
            rowKey={(row) => row.id}
            isQuiet={(row) => !row.isActive}
            columns={[
              { key: 'name', header: words('name'), priority: 1, render: nameCell },
              { key: 'number', header: words('number'), width: '7rem', render: (row) => row.number },
              {
                key: 'cases',
                header: words('activeCases'),
                align: 'end',
                width: '8rem',
                render: (row) => format.number(row.activeCases),
              },
              { key: 'manager', header: words('accountManager'), render: (row) => row.accountManager?.name ?? '—' },
            ]}
          />
        )}
      </ListFace>
    </>
  )
}
