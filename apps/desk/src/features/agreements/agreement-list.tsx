import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AgreementState, Settlement } from '@timedesk/contracts/agreements'
import { Link } from 'react-router'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { newAgreementPath } from '../../shared/paths.ts'
import { AgreementTable } from './agreement-table.tsx'
import { agreementQueries } from './queries.ts'
import { useAgreementWords } from './use-agreement-words.ts'

/** All agreements, newest first. */
export function AgreementList({ mayCreate }: { mayCreate: boolean }) {
  const words = useAgreementWords()
  const coverWords = useCoverWords()
  const filters = useUrlFilters()
  const state = AgreementState.safeParse(filters.get('state')).data
  const settlement = Settlement.safeParse(filters.get('settlement')).data
  const agreements = useInfiniteQuery(
    agreementQueries.list({ ...(state !== undefined && { state }), ...(settlement !== undefined && { settlement }) }),
  )
  return (
    <>
      <ListTools>
        <FilterSelect
          {...{ filters, name: 'settlement', label: words('settlement'), anyLabel: words('anySettlement') }}
          options={Settlement.options}
          wordOf={(option) => coverWords(`settlement_${option}`)}
          value={settlement}
        />
        <FilterSelect
          {...{ filters, name: 'state', label: words('state'), anyLabel: words('anyState') }}
          options={AgreementState.options}
          wordOf={(option) => coverWords(`state_${option}`)}
          value={state}
        />
      </ListTools>
      <ListFace
        query={agreements}
        empty={
          <EmptyList
            filters={filters}
            title={words('emptyTitle')}
            text={words('emptyText')}
            actions={
              mayCreate && (
                <Button component={Link} to={newAgreementPath()}>
                  {words('new')}
                </Button>
              )
            }
          />
        }
      >
        {(rows) => <AgreementTable agreements={rows} withCustomer />}
      </ListFace>
    </>
  )
}
