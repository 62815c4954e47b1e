import { queryOptions } from '@tanstack/react-query'
import { getCustomField, listCustomFields } from '@timedesk/contracts/custom-field-settings'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'

const root = queryRoots.customFields

/** Custom fields as they are set up, active or not. */
export const customFieldSettingQueries = {
  list: () =>
    queryOptions({
      queryKey: [...root, 'settings'],
      queryFn: async ({ signal }) => (await client.call(listCustomFields, { signal })).data,
    }),
  detail: (fieldId: string) =>
    queryOptions({
      queryKey: [...root, 'setting', fieldId],
      queryFn: ({ signal }) => client.call(getCustomField, { params: { fieldId }, signal }),
    }),
}
