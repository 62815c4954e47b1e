import { createPriceClass, updatePriceClass, type PriceClass } from '@timedesk/contracts/pricing'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { wireFactor } from '../../shared/forms/wire-factor.ts'
import { wireRate } from '../../shared/forms/wire-rate.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** A price class as it is written in the form; named as the fields of the request. */
export type PriceClassDraft = {
  name: string
  ratePerHour: string
  drawFactor: string
  position: number
  isActive: boolean
}

export const emptyPriceClass: PriceClassDraft = {
  name: '',
  ratePerHour: '',
  drawFactor: '1',
  position: 0,
  isActive: true,
}

export function draftOfPriceClass({ ratePerHour, ...same }: PriceClass): PriceClassDraft {
  const { name, drawFactor, position, isActive } = same
  return { name, drawFactor, position, isActive, ratePerHour: ratePerHour?.amount ?? '' }
}

type Input = { draft: PriceClassDraft; changes: Partial<PriceClassDraft> }

/** Creates a price class, or changes the given one if nobody did so since it was read. Prices are in `currency`. */
export function useSavePriceClass(priceClass: PriceClass | null, currency: string) {
  return useChange(
    ({ draft, changes }: Input) => {
      const { ratePerHour, drawFactor, isActive, ...same } = priceClass === null ? draft : changes
      const body = {
        ...same,
        ...(ratePerHour !== undefined && { ratePerHour: wireRate(ratePerHour, currency) }),
        ...(drawFactor !== undefined && { drawFactor: wireFactor(drawFactor) }),
      }
      if (priceClass === null) return client.call(createPriceClass, { body: { ...body, name: draft.name } })
      return client.call(updatePriceClass, {
        params: { priceClassId: priceClass.id },
        headers: ifMatch(priceClass.version),
        body: { ...body, ...(isActive !== undefined && { isActive }) },
      })
    },
    [queryRoots.settings],
  )
}
