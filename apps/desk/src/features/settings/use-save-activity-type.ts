import {
  createActivityType,
  updateActivityType,
  type ActivityType,
  type VatCategory,
} from '@timedesk/contracts/settings'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { wireFactor } from '../../shared/forms/wire-factor.ts'
import { wireRate } from '../../shared/forms/wire-rate.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** An activity type as it is written in the form; named as the fields of the request. */
export type ActivityTypeDraft = {
  name: string
  isBillable: boolean
  factor: string
  fixedRate: string
  minimumMinutes: number
  vatCategory: VatCategory
  position: number
  isActive: boolean
}

export const emptyActivityType: ActivityTypeDraft = {
  ...{ name: '', isBillable: true, factor: '1', fixedRate: '', minimumMinutes: 0 },
  vatCategory: 'standard',
  ...{ position: 0, isActive: true },
}

export function draftOfActivityType(type: ActivityType): ActivityTypeDraft {
  const { name, isBillable, factor, fixedRate, minimumMinutes, vatCategory, position, isActive } = type
  return {
    ...{ name, isBillable, factor, minimumMinutes, vatCategory, position, isActive },
    fixedRate: fixedRate?.amount ?? '',
  }
}

type Input = { draft: ActivityTypeDraft; changes: Partial<ActivityTypeDraft> }

/** Creates an activity type, or changes the given one if nobody did so since it was read. Prices are in `currency`. */
export function useSaveActivityType(type: ActivityType | null, currency: string) {
  return useChange(
    ({ draft, changes }: Input) => {
      const { factor, fixedRate, isActive, ...same } = type === null ? draft : changes
      const body = {
        ...same,
        ...(factor !== undefined && { factor: wireFactor(factor) }),
        ...(fixedRate !== undefined && { fixedRate: wireRate(fixedRate, currency) }),
      }
      if (type === null) return client.call(createActivityType, { body: { ...body, name: draft.name } })
      return client.call(updateActivityType, {
        params: { activityTypeId: type.id },
        headers: ifMatch(type.version),
        body: { ...body, ...(isActive !== undefined && { isActive }) },
      })
    },
    [queryRoots.settings],
  )
}
