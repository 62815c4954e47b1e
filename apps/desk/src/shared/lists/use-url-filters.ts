import { useSearchParams } from 'react-router'

export type UrlFilters = {
  /** The value in the address; undefined when there is none. */
  get: (name: string) => string | undefined
  /** Writes values into the address; undefined or nothing takes one away. */
  set: (values: Record<string, string | undefined>) => void
  clear: () => void
  isFiltered: boolean
}

/** Filters that live in the address, so that a list can be linked to and found again. */
export function useUrlFilters(): UrlFilters {
  const [search, setSearch] = useSearchParams()
  const set = (values: Record<string, string | undefined>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(values)) {
          if (value === undefined || value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  return {
    get: (name) => search.get(name) ?? undefined,
    set,
    clear: () => setSearch({}, { replace: true }),
    isFiltered: search.size > 0,
  }
}

/** The `isActive` filter of the address for the API: only active ones unless said otherwise. */
export function activeFilterOf(filters: UrlFilters): { isActive?: boolean } {
  const shown = filters.get('show')
  return shown === 'all' ? {} : { isActive: shown !== 'inactive' }
}

/** The search words of the address for the API. */
export function searchOf(filters: UrlFilters): { search?: string } {
  const search = filters.get('search')?.trim()
  return search === undefined || search === '' ? {} : { search }
}
