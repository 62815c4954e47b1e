import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { search, type SearchKind } from '@timedesk/contracts/search'
import { listEmployees } from '@timedesk/contracts/staff'
import { Highlight } from '@timedesk/ui/highlight'
import { StatusPill } from '@timedesk/ui/status-pill'
import { useNavigate } from 'react-router'

import { client } from '../../shared/client.ts'
import { paths, queryPath } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { PaletteTerm } from './read-term.ts'
import { usePaletteWords } from './use-palette-words.ts'

const SEARCH_DELAY_MS = 150
const FOUND_MAX = 6

/** What the sign says is looked for; everything without one. */
const KINDS: Partial<Record<PaletteTerm['kind'], SearchKind[]>> = {
  all: ['case', 'customer', 'contact'],
  number: ['case'],
  person: ['contact'],
}

/** Cases, customers, contacts and colleagues that fit a term. */
export function useFoundEntries(term: PaletteTerm | null) {
  const words = usePaletteWords()
  const navigate = useNavigate()
  const kinds = term === null ? undefined : KINDS[term.kind]
  const [settled] = useDebouncedValue(term?.words ?? '', SEARCH_DELAY_MS)
  const found = useQuery({
    queryKey: ['palette', kinds, settled],
    queryFn: ({ signal }) =>
      client.call(search, { query: { q: settled, kinds: kinds ?? [], limit: FOUND_MAX }, signal }),
    enabled: kinds !== undefined && settled !== '',
    placeholderData: keepPreviousData,
  })
  const colleagues = useColleagues(term?.kind === 'person' ? settled : '')
  const { cases = [], customers = [], contacts = [] } = kinds === undefined ? {} : (found.data ?? {})
  const to = (path: string) => () => void navigate(path)

  const entries: PaletteEntry[] = [
    ...cases.map(({ id, number, subject, customer, status }) => ({
      id: `found.${id}`,
      group: words('cases'),
      sign: `#${number}`,
      label: subject.text,
      face: <Highlight of={subject} />,
      detail: customer.name,
      mark: <StatusPill category={status.category} color={status.color} label={status.name} />,
      run: to(paths.case(number)),
    })),
    ...customers.map(({ id, name, city }) => ({
      id: `found.${id}`,
      group: words('customers'),
      label: name.text,
      face: <Highlight of={name} />,
      detail: city,
      run: to(paths.customer(id)),
    })),
    ...contacts.map(({ id, name, customer }) => ({
      id: `found.${id}`,
      group: words('contacts'),
      label: name.text,
      face: <Highlight of={name} />,
      detail: customer.name,
      run: to(paths.customer(customer.id)),
    })),
    ...colleagues.map(({ id, name }) => ({
      id: `colleague.${id}`,
      group: words('colleagues'),
      label: name,
      detail: words('casesOf', { name }),
      run: to(queryPath(`responsible:${id} is:active`)),
    })),
    ...(term?.kind === 'all' && cases.length > 0
      ? [
          {
            id: 'found.all',
            group: words('cases'),
            label: words('allResults', { term: term.words }),
            run: to(paths.search(term.words)),
          },
        ]
      : []),
  ]
  return { entries, isPending: found.isPending || settled !== term?.words, isError: found.isError }
}

function useColleagues(term: string) {
  const mayRead = useMay()('staff:read')
  const { data } = useQuery({
    queryKey: ['palette-colleagues', term],
    queryFn: ({ signal }) =>
      client.call(listEmployees, { query: { search: term, isActive: true, limit: FOUND_MAX }, signal }),
    enabled: mayRead && term !== '',
    placeholderData: keepPreviousData,
  })
  return term === '' ? [] : (data?.data ?? [])
}
