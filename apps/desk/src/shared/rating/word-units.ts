import type { PoolUnit } from '@timedesk/contracts/rating'
import { amountText } from '@timedesk/domain/money/money'
import type { Format } from '@timedesk/ui/format'

import type { Words } from '../create-words.ts'
import type { ratingEnglish } from './rating-texts.ts'

export type RatingTools = {
  words: Words<typeof ratingEnglish>
  format: Format
  /** Of amounts that come in minor units alone. */
  currency: string
}

/** Units of a pool as people say them: `2:45`, `3 cases`, an amount of money. */
export function wordUnits(unit: PoolUnit, units: number, { words, format, currency }: RatingTools): string {
  switch (unit) {
    case 'minutes':
      return format.minutes(units)
    case 'cases':
      return words('cases', { count: units })
    case 'money':
      return format.money({ amount: amountText(units), currency })
    case 'unlimited':
      return words('unlimited')
  }
}
