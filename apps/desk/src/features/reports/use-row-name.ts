import { Settlement } from '@timedesk/contracts/agreements'
import type { ProfitRow } from '@timedesk/contracts/reports'

import { useMonthNames } from '../../shared/charts/use-month-names.ts'
import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import type { ProfitQuery } from './queries.ts'

/** What a row is called: months and settlements in the reader's language, all else as it is named. */
export function useRowName(by: NonNullable<ProfitQuery['by']>): (row: Pick<ProfitRow, 'key' | 'name'>) => string {
  const coverWords = useCoverWords()
  const monthName = useMonthNames('long')
  return ({ key, name }) => {
    if (by === 'month') return monthName(key)
    const settlement = by === 'settlement' ? Settlement.safeParse(key).data : undefined
    return settlement === undefined ? name : coverWords(`settlement_${settlement}`)
  }
}
