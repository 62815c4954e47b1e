import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'

import { useUnits } from '../../shared/cover/use-units.ts'
import { usePlanWords } from './use-plan-words.ts'

/** Words what a period includes, and what becomes of the rest. */
export function useQuotaWords(): (quota: SubscriptionLine['quota'], currency: string) => string {
  const words = usePlanWords()
  const wording = useUnits()
  return (quota, currency) => {
    if (quota.unit === 'none') return words('nothing')
    if (quota.unit === 'unlimited') return words('everything')
    const { unit, units, rolloverPeriods, rolloverMax } = quota
    const included = wording.long(units, { unit, currency })
    if (rolloverPeriods === 0) return included
    const rollover = words('rollover', { count: rolloverPeriods })
    const limited =
      rolloverMax === null
        ? rollover
        : words('rolloverMax', { rollover, max: wording.long(rolloverMax, { unit, currency }) })
    return `${included}, ${limited}`
  }
}
