import { PageHeader } from '@timedesk/ui/page-header'

import '../features/search/search.css'
import { SearchResults } from '../features/search/search-results.tsx'
import { SearchTools } from '../features/search/search-tools.tsx'
import { useSearchWords } from '../features/search/use-search-words.ts'
import { useUrlFilters } from '../shared/lists/use-url-filters.ts'

/** Search over everything. */
export function Component() {
  const words = useSearchWords()
  const filters = useUrlFilters()
  return (
    <>
      <PageHeader title={words('title')} />
      <SearchTools filters={filters} />
      <SearchResults filters={filters} />
    </>
  )
}
