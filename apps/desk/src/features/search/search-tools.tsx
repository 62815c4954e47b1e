import { CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { SEARCH_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useState } from 'react'

import type { UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { useSearchWords } from './use-search-words.ts'

const SEARCH_DELAY_MS = 250
const KINDS = ['all', 'case', 'customer', 'contact'] as const
const STANDINGS = ['any', 'active', 'ended'] as const

/** What is looked for, and what of it is shown; all of it in the address. */
export function SearchTools({ filters }: { filters: UrlFilters }) {
  const words = useSearchWords()
  const kind = filters.get('kind') ?? 'all'
  return (
    <div className="desk-search-tools">
      <SearchInput filters={filters} />
      <SegmentedControl
        size="xs"
        aria-label={words('kinds')}
        value={kind}
        onChange={(value) => filters.set({ kind: value === 'all' ? undefined : value })}
        data={KINDS.map((value) => ({ value, label: words(`kind_${value}`) }))}
      />
      {(kind === 'all' || kind === 'case') && (
        <SegmentedControl
          size="xs"
          aria-label={words('standing')}
          value={filters.get('cases') ?? 'any'}
          onChange={(value) => filters.set({ cases: value === 'any' ? undefined : value })}
          data={STANDINGS.map((value) => ({ value, label: words(`standing_${value}`) }))}
        />
      )}
    </div>
  )
}

function SearchInput({ filters }: { filters: UrlFilters }) {
  const words = useSearchWords()
  const [typed, setTyped] = useState<string | null>(null)
  const commit = useDebouncedCallback((q: string) => {
    filters.set({ q })
    setTyped(null)
  }, SEARCH_DELAY_MS)
  const shown = typed ?? filters.get('q') ?? ''
  const write = (q: string) => {
    setTyped(q)
    commit(q)
  }
  return (
    <TextInput
      className="desk-search-input"
      type="search"
      size="md"
      aria-label={words('box')}
      placeholder={words('placeholder')}
      maxLength={SEARCH_LENGTH_MAX}
      data-autofocus
      leftSection={<IconSearch size={18} stroke={1.7} />}
      value={shown}
      onChange={(event) => write(event.currentTarget.value)}
      rightSection={shown !== '' && <CloseButton size="sm" aria-label={words('clear')} onClick={() => write('')} />}
    />
  )
}
