import { z } from 'zod'
import { useLocation } from 'react-router'

import { paths } from '../../shared/paths.ts'

const Place = z.object({ search: z.string(), numbers: z.array(z.int()) })

/** The list that a person came from: the way back, and the cases before and after this one. */
export function useListPlace(number: number) {
  const state: unknown = useLocation().state
  const place = Place.catch({ search: '', numbers: [] }).parse(state)
  const index = place.numbers.indexOf(number)
  return {
    state: place,
    listPath: place.search === '' ? paths.cases : `${paths.cases}?${place.search}`,
    previous: index > 0 ? place.numbers[index - 1] : undefined,
    next: index >= 0 ? place.numbers[index + 1] : undefined,
  }
}
