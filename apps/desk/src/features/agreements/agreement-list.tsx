import { Button, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Agreement } from '@timedesk/contracts/agreements'

import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { AgreementTable } from './agreement-table.tsx'
import { agreementQueries } from './queries.ts'
import { useAgreementWords } from './use-agreement-words.ts'

const State = Agreement.shape.state

/** All agreements, newest first. `onCreate` is left out for who may not create one. */
export function AgreementList({ onCreate }: { onCreate?: (() => void) | undefined }) {
  const words = useAgreementWords()
  const filters = useUrlFilters()
  const state = State.safeParse(filters.get('state')).data
  const agreements = useInfiniteQuery(agreementQueries.list(state === undefined ? {} : { state }))
  return (
    <>
      <ListTools>
        <Select
          aria-label={words('state')}
          placeholder={words('anyState')}
          clearable
          clearButtonProps={{ 'aria-label': words('anyState') }}
          data={State.options.map((option) => ({ value: option, label: words(`state_${option}`) }))}
          value={state ?? null}
          onChange={(chosen) => filters.set({ state: chosen ?? undefined })}
        />
      </ListTools>
      <ListFace
        query={agreements}
        empty={
          <EmptyList
            filters={filters}
            title={words('emptyTitle')}
            text={words('emptyText')}
            actions={onCreate !== undefined && <Button onClick={onCreate}>{words('new')}</Button>}
          />
        }
      >
        {(rows) => <AgreementTable agreements={rows} withCustomer />}
      </ListFace>
    </>
  )
}
