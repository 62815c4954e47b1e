import { useSearchParams } from 'react-router'

import { readFilters, writeFilters, type WorkFilters } from './filters.ts'

/** The filters of the address, and how to change some of them without a step in the history. */
export function useFilters(): { filters: WorkFilters; change: (changes: Partial<WorkFilters>) => void } {
  const [params, setParams] = useSearchParams()
  const filters = readFilters(params)
  return {
    filters,
    change: (changes) => setParams((now) => writeFilters({ ...readFilters(now), ...changes }), { replace: true }),
  }
}
