import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'

import { ActiveSwitch } from '../../shared/lists/active-switch.tsx'
import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { SearchBox } from '../../shared/lists/search-box.tsx'
import { activeFilterOf, searchOf, useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { ProjectTable } from './project-table.tsx'
import { projectQueries } from './queries.ts'
import { useProjectWords } from './use-project-words.ts'

/** All projects by name. `onCreate` is left out for who may not create one. */
export function ProjectList({ onCreate }: { onCreate?: (() => void) | undefined }) {
  const words = useProjectWords()
  const filters = useUrlFilters()
  const projects = useInfiniteQuery(projectQueries.list({ ...searchOf(filters), ...activeFilterOf(filters) }))
  return (
    <>
      <ListTools>
        <SearchBox filters={filters} label={words('search')} />
        <ActiveSwitch filters={filters} />
      </ListTools>
      <ListFace
        query={projects}
        empty={
          <EmptyList
            filters={filters}
            title={words('emptyTitle')}
            text={words('emptyText')}
            actions={onCreate !== undefined && <Button onClick={onCreate}>{words('new')}</Button>}
          />
        }
      >
        {(rows) => <ProjectTable projects={rows} withCustomer />}
      </ListFace>
    </>
  )
}
