import type { PoolUnit } from '@timedesk/contracts/rating'
import { useFormat, type Format } from '@timedesk/ui/format'

import type { Words } from '../create-words.ts'
import type { coverEnglish } from './cover-texts.ts'
import { useCoverWords } from './use-cover-words.ts'

export type Units = {
  unit: PoolUnit
  /** Of units that are money. */
  currency: string
}

export type UnitWording = {
  /** With the name of the unit: `10:00 h`, `12 cases`, `kr 4,900.00`. */
  long: (count: number, units: Units) => string
  /** The number alone, where the unit stands beside it already. */
  short: (count: number, units: Units) => string
  /** What is left of what was granted, in words. */
  left: (available: number, granted: number, units: Units) => string
}

/** Words prepaid units: minutes, cases, or minor units of money. */
export function useUnits(): UnitWording {
  return createUnits(useCoverWords(), useFormat())
}

export function createUnits(words: Words<typeof coverEnglish>, format: Format): UnitWording {
  const short = (count: number, { unit, currency }: Units): string => {
    switch (unit) {
      case 'minutes':
        return format.minutes(count)
      case 'money':
        return format.minor(count, currency)
      case 'cases':
      case 'unlimited':
        return format.number(count)
    }
  }
  const long = (count: number, units: Units): string => {
    switch (units.unit) {
      case 'minutes':
        return words('hours', { value: short(count, units) })
      case 'cases':
        return words('cases', { count })
      case 'unlimited':
        return words('unlimited')
      case 'money':
        return short(count, units)
    }
  }
  const left = (available: number, granted: number, units: Units): string => {
    if (units.unit === 'unlimited') return words('unlimited')
    if (available === 0) return words('empty', { granted: long(granted, units) })
    return words('left', { available: short(available, units), granted: long(granted, units) })
  }
  return { long, short, left }
}
