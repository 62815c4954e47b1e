import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { listCases } from '@timedesk/contracts/work-list'
import { StatusPill } from '@timedesk/ui/status-pill'
import { useNavigate } from 'react-router'

import { client } from '../../shared/client.ts'
import { paths, queryPath } from '../../shared/paths.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { Go } from './palette-level.ts'
import { LISTS, type PaletteTerm } from './read-term.ts'
import { usePaletteWords } from './use-palette-words.ts'

const SEARCH_DELAY_MS = 150
const FOUND_MAX = 8

/** The lists that go by a name; of one that is named whole, its first cases. */
export function useListEntries(term: PaletteTerm | null, go: Go) {
  const words = usePaletteWords()
  const navigate = useNavigate()
  const names = term?.kind === 'list' ? term.names : []
  const [only, ...others] = names
  const isOne = only !== undefined && others.length === 0
  const q = isOne ? `${LISTS[only]} ${term?.words ?? ''}`.trim() : ''
  const [settled] = useDebouncedValue(q, SEARCH_DELAY_MS)
  const found = useQuery({
    queryKey: ['palette-list', settled],
    queryFn: ({ signal }) => client.call(listCases, { query: { q: settled, limit: FOUND_MAX }, signal }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  })

  const entries: PaletteEntry[] = [
    ...names.map((name) => ({
      id: `list-${name}`,
      group: words('lists'),
      sign: `$${name}`,
      label: words(`list.${name}`),
      ...(isOne && { detail: words('asList') }),
      run: () => void navigate(queryPath(q)),
      ...(!isOne && { inside: () => go(null, `$${name}`) }),
    })),
    ...(isOne ? (found.data?.data ?? []) : []).map(({ id, number, subject, customer, status }) => ({
      id: `found.${id}`,
      group: words('cases'),
      sign: `#${number}`,
      label: subject,
      detail: customer.name,
      mark: <StatusPill category={status.category} color={status.color} label={status.name} />,
      run: () => void navigate(paths.case(number)),
    })),
  ]
  return { entries, isPending: isOne && found.isPending, isError: isOne && found.isError }
}
