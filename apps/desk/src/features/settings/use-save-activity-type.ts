import { createActivityType, updateActivityType, type ActivityType } from '@timedesk/contracts/settings'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** An activity type as it is written in the form; named as the fields of the request. */
export type ActivityTypeDraft = { name: string; isBillable: boolean; position: number; isActive: boolean }

/** Creates an activity type, or changes the given one if nobody did so since it was read. */
export function useSaveActivityType(type: ActivityType | null) {
  return useChange(
    ({ draft, changes }: { draft: ActivityTypeDraft; changes: Partial<ActivityTypeDraft> }) => {
      const { name, isBillable, position } = draft
      if (type === null) return client.call(createActivityType, { body: { name, isBillable, position } })
      const params = { activityTypeId: type.id }
      return client.call(updateActivityType, { params, headers: ifMatch(type.version), body: changes })
    },
    [queryRoots.settings],
  )
}
