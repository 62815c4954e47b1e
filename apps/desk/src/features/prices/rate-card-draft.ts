import type { RateCard, createRateCard } from '@timedesk/contracts/pricing'
import type { z } from 'zod'

import { wireAmount } from '../../shared/forms/wire-rate.ts'

/** A price of a card as it is written; `key` tells rows apart while they have nothing else of their own. */
export type RateRowDraft = {
  key: string
  priceClassId: string
  activityTypeId: string | null
  validFrom: string
  ratePerHour: string
}

/** A rate card as it is written in the form; named as the fields of the request. */
export type RateCardDraft = { name: string; currency: string; rows: readonly RateRowDraft[]; isActive: boolean }

type WireRows = NonNullable<z.input<typeof createRateCard.body>['rows']>

export function draftOfRateCard({ name, currency, rows, isActive }: RateCard): RateCardDraft {
  return {
    ...{ name, currency, isActive },
    rows: rows.map(({ priceClass, activityType, validFrom, ratePerHour }) => ({
      key: `${priceClass.id} ${activityType?.id ?? ''} ${validFrom}`,
      priceClassId: priceClass.id,
      activityTypeId: activityType?.id ?? null,
      validFrom,
      ratePerHour: ratePerHour.amount,
    })),
  }
}

/** The prices as the API takes them. */
export function wireRows(rows: readonly RateRowDraft[], currency: string): WireRows {
  return rows.map(({ priceClassId, activityTypeId, validFrom, ratePerHour }) => ({
    ...{ priceClassId, activityTypeId, validFrom },
    ratePerHour: wireAmount(ratePerHour, currency),
  }))
}

/** Whether every price says for whom, since when and how much. */
export function isComplete(rows: readonly RateRowDraft[]): boolean {
  return !rows.some(
    ({ priceClassId, validFrom, ratePerHour }) => priceClassId === '' || validFrom === '' || ratePerHour.trim() === '',
  )
}
