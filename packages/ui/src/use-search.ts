import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'

const SEARCH_DELAY_MS = 200

type SearchResult<Found> = { term: string; found: readonly Found[]; hasFailed: boolean }

/** Asks `search` for the term a moment after typing stops; a late answer to an older term is thrown away. */
export function useSearch<Found>(
  search: (term: string, signal: AbortSignal) => Promise<readonly Found[]>,
  term: string,
  isOn: boolean,
): { found: readonly Found[]; isSearching: boolean; hasFailed: boolean } {
  const [settledTerm] = useDebouncedValue(term, SEARCH_DELAY_MS)
  const [result, setResult] = useState<SearchResult<Found> | null>(null)

  useEffect(() => {
    if (!isOn) {
      return undefined
    }
    const controller = new AbortController()
    search(settledTerm, controller.signal).then(
      (found) => {
        if (!controller.signal.aborted) {
          setResult({ term: settledTerm, found, hasFailed: false })
        }
      },
      () => {
        if (!controller.signal.aborted) {
          setResult({ term: settledTerm, found: [], hasFailed: true })
        }
      },
    )
    return () => {
      controller.abort()
    }
    // A search function made anew on each render must not start a new search.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settledTerm, isOn])

  return {
    found: result?.found ?? [],
    isSearching: isOn && result?.term !== term,
    hasFailed: result?.hasFailed ?? false,
  }
}
