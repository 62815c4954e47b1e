import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { SEARCH_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useState } from 'react'

import { useListWords } from './use-list-words.ts'
import type { UrlFilters } from './use-url-filters.ts'

const SEARCH_DELAY_MS = 250

/** Search words, written into the address a moment after typing stops. */
export function SearchBox({ filters, label }: { filters: UrlFilters; label: string }) {
  const words = useListWords()
  const inUrl = filters.get('search') ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const commit = useDebouncedCallback((search: string) => {
    filters.set({ search })
    setTyped(null)
  }, SEARCH_DELAY_MS)
  const text = typed ?? inUrl
  const write = (search: string) => {
    setTyped(search)
    commit(search)
  }

  return (
    <TextInput
      className="desk-search"
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={SEARCH_LENGTH_MAX}
      leftSection={<IconSearch size={16} stroke={1.7} />}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
      rightSection={
        text !== '' && <CloseButton size="sm" aria-label={words('clearFilters')} onClick={() => write('')} />
      }
    />
  )
}
