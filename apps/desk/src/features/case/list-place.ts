import { z } from 'zod'
import { useLocation, useNavigate } from 'react-router'

import { paths } from '../../shared/paths.ts'

const Place = z.object({ search: z.string(), numbers: z.array(z.int()) })

/** The list that a person came from: the way back, and the cases before and after this one. */
export function useListPlace(number: number) {
  const state: unknown = useLocation().state
  const navigate = useNavigate()
  const place = Place.catch({ search: '', numbers: [] }).parse(state)
  const index = place.numbers.indexOf(number)
  const listPath = place.search === '' ? paths.cases : `${paths.cases}?${place.search}`
  const previous = index > 0 ? place.numbers[index - 1] : undefined
  const next = index >= 0 ? place.numbers[index + 1] : undefined
  const go = (to: number | undefined) => {
    if (to !== undefined) void navigate(paths.case(to), { state: place })
  }
  return {
    state: place,
    listPath,
    /** Its place in the list, counted from one; null when it did not come from a list. */
    place: index === -1 ? null : { at: index + 1, of: place.numbers.length },
    previous,
    next,
    goPrevious: () => go(previous),
    goNext: () => go(next),
    goBack: () => void navigate(listPath),
  }
}
