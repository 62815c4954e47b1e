import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState, type RefObject } from 'react'

import { SORTS, type Sort, type WorkFilters } from './filters.ts'
import { useWorkListWords } from './use-work-list-words.ts'

const FilterDrawer = lazy(async () => ({ default: (await import('./filter-drawer.tsx')).FilterDrawer }))

const SEARCH_DELAY_MS = 300
const SORT_WORDS = {
  '-lastActivityAt': 'sortActivity',
  '-createdAt': 'sortNewest',
  createdAt: 'sortOldest',
  due: 'sortDue',
  priority: 'sortPriority',
} as const satisfies Record<Sort, string>

type ListToolsProps = {
  filters: WorkFilters
  onChange: (changes: Partial<WorkFilters>) => void
  searchRef: RefObject<HTMLInputElement | null>
  filtersOn: number
}

/** Search, sorting and the way to all filters. */
export function ListTools({ filters, onChange, searchRef, filtersOn }: ListToolsProps) {
  const words = useWorkListWords()
  const [isOpen, panel] = useDisclosure(false)
  const [isWanted, setIsWanted] = useState(false)

  return (
    <div className="desk-list-tools">
      <SearchField search={filters.search} onSearch={(search) => onChange({ search })} inputRef={searchRef} />
      <NativeSelect
        className="desk-list-sort"
        aria-label={words('sort')}
        data={SORTS.map((sort) => ({ value: sort, label: words(SORT_WORDS[sort]) }))}
        value={filters.sort}
        onChange={(event) =>
          onChange({ sort: SORTS.find((sort) => sort === event.currentTarget.value) ?? filters.sort })
        }
      />
      <Button
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} />}
        aria-expanded={isOpen}
        {...(filtersOn > 0 && { rightSection: <span className="desk-count">{filtersOn}</span> })}
        onClick={() => {
          setIsWanted(true)
          panel.open()
        }}
      >
        {words('filters')}
      </Button>
      {isWanted && (
        <Suspense>
          <FilterDrawer isOpen={isOpen} onClose={panel.close} filters={filters} onChange={onChange} />
        </Suspense>
      )}
    </div>
  )
}

type SearchFieldProps = {
  search: string
  onSearch: (search: string) => void
  inputRef: RefObject<HTMLInputElement | null>
}

/** Searches a moment after typing stops, or at once by Enter. */
function SearchField({ search, onSearch, inputRef }: SearchFieldProps) {
  const words = useWorkListWords()
  const [text, setText] = useState<string | null>(null)
  const searchLater = useDebouncedCallback(onSearch, SEARCH_DELAY_MS)
  return (
    <TextInput
      ref={inputRef}
      className="desk-list-search"
      type="search"
      aria-label={words('search')}
      aria-keyshortcuts="/"
      placeholder={words('searchPlaceholder')}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      value={text ?? search}
      onChange={(event) => {
        setText(event.currentTarget.value)
        searchLater(event.currentTarget.value.trim())
      }}
      onBlur={() => setText(null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(event.currentTarget.value.trim())
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
