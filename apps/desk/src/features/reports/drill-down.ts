import type { ProfitDimension, ProfitRow } from '@timedesk/contracts/reports'
import type { z } from 'zod'

import { paths } from '../../shared/paths.ts'
import { periodAround } from '../../shared/periods/period.ts'

type Dimension = z.infer<typeof ProfitDimension>
type Step = { by: Dimension; filter: string }

/** What lies below a row of each dimension: by what it is split next, and as which filter it stands then. */
const steps: Partial<Record<Dimension, Step>> = {
  customer: { by: 'agreement', filter: 'customer' },
  agreement: { by: 'case', filter: 'agreement' },
  employee: { by: 'customer', filter: 'employee' },
  department: { by: 'employee', filter: 'department' },
  settlement: { by: 'agreement', filter: 'settlement' },
}

/** Where the name of a row leads: to the case itself, or one step deeper in the report. Null where there is nothing. */
export function drillDown(by: Dimension, { key }: Pick<ProfitRow, 'key'>, search: URLSearchParams): string | null {
  if (key === '') return null
  if (by === 'case') return paths.case(key)
  const deeper = new URLSearchParams(search)
  deeper.delete('order')
  if (by === 'month') {
    const { from, to } = periodAround('month', `${key}-01`)
    for (const [name, value] of Object.entries({ from, to, by: 'customer' })) deeper.set(name, value)
    return `${paths.profit}?${deeper.toString()}`
  }
  const step = steps[by]
  if (step === undefined) return null
  deeper.set('by', step.by)
  deeper.set(step.filter, key)
  return `${paths.profit}?${deeper.toString()}`
}
