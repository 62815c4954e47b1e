import type { PoolUnit } from '@timedesk/contracts/rating'
import type { Format } from '@timedesk/ui/format'

import type { UnitWording } from '../cover/use-units.ts'
import type { Words } from '../create-words.ts'
import type { ratingEnglish } from './rating-texts.ts'

export type RatingTools = {
  words: Words<typeof ratingEnglish>
  units: UnitWording
  format: Format
  /** Of amounts that come in minor units alone. */
  currency: string
}

/** Units of a pool as people say them: `2:45`, `3 cases`, an amount of money. */
export function wordUnits(unit: PoolUnit, count: number, { units, format, currency }: RatingTools): string {
  return unit === 'minutes' ? format.minutes(count) : units.long(count, { unit, currency })
}
