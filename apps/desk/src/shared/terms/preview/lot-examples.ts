import type { Pool } from '@timedesk/domain/cover/pool'
import { roundHalfUp } from '@timedesk/domain/money/round-half-up'

import type { LotDraft } from '../lot-draft.ts'
import { parseUnits } from '../prepaid-units.ts'
import type { Asked } from './asked.ts'
import type { Example } from './example.ts'
import { DRAFT_ID } from './ground.ts'

const MINUTES_PER_HOUR = 60

/** What a unit of the voucher costs: an hour, a case, or all of its money. */
export function lotExamples(lot: LotDraft): Example[] {
  const bought = readLot(lot)
  if (bought === null) return []
  const { units, price } = bought
  switch (lot.unit) {
    case 'minutes':
      return [{ kind: 'unit_price', unit: 'minutes', price: shareOf(price, MINUTES_PER_HOUR, units), of: units }]
    case 'cases':
      return [{ kind: 'unit_price', unit: 'cases', price: shareOf(price, 1, units), of: units }]
    case 'money':
      return [{ kind: 'unit_price', unit: 'money', price, of: units }]
  }
}

/** The voucher, full, as cover draws from it; null while it cannot be read. */
export function lotPool(lot: LotDraft, { day }: Pick<Asked, 'day'>): Pool | null {
  const bought = readLot(lot)
  if (bought === null) return null
  const { units, price } = bought
  return {
    ...{ id: 'voucher', agreementId: DRAFT_ID, kind: 'voucher', name: 'V', unit: lot.unit, order: 1 },
    ...{ validFrom: day, expiresOn: null, ownUntil: null, carryMax: null },
    ...{ balance: units, liability: price, baseUnits: units, baseLiability: price },
  }
}

function readLot(lot: LotDraft): { units: number; price: number } | null {
  const units = parseUnits(lot.quantity, lot.unit)
  const price = parseUnits(lot.price, 'money')
  return units === null || units < 1 || price === null || price < 0 ? null : { units, price }
}

/** What so many of all units cost, in minor units. */
export function shareOf(price: number, units: number, ofUnits: number): number {
  return roundHalfUp(BigInt(price) * BigInt(units), ofUnits)
}
