import { Day } from '@timedesk/contracts/primitives'

import { dayIn } from '../day-in.ts'
import type { UrlFilters } from '../lists/use-url-filters.ts'
import { useMe } from '../session/use-me.ts'
import { kindOf, periodAround, type Period, type WholePeriod } from './period.ts'

/** The period of the address; until one is chosen, the present one of the usual kind. */
export function usePeriod(filters: UrlFilters, usual: WholePeriod): Period & { kind: WholePeriod | 'own' } {
  const { company } = useMe()
  const from = Day.safeParse(filters.get('from'))
  const to = Day.safeParse(filters.get('to'))
  if (!from.success || !to.success || from.data > to.data) {
    return { ...periodAround(usual, dayIn(company.timeZone, new Date())), kind: usual }
  }
  const period = { from: from.data, to: to.data }
  return { ...period, kind: filters.get('own') === 'yes' ? 'own' : (kindOf(period) ?? 'own') }
}
