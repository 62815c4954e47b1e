import {
  createCustomField,
  orderCustomFields,
  updateCustomField,
  type CustomField,
} from '@timedesk/contracts/custom-field-settings'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { toChange, toCreation, type FieldDraft } from './field-draft.ts'

const touches = [queryRoots.customFields, queryRoots.settings, ['cases']]

/** Creates a custom field, or changes the given one if nobody did so since it was read. */
export function useSaveField(field: CustomField | null) {
  return useChange(
    ({ draft, changes }: { draft: FieldDraft; changes: Partial<FieldDraft> }) =>
      field === null
        ? client.call(createCustomField, { body: toCreation(draft) })
        : client.call(updateCustomField, {
            params: { fieldId: field.id },
            headers: ifMatch(field.version),
            body: toChange(draft, changes),
          }),
    touches,
  )
}

/** Stores the order of all custom fields. */
export function useOrderFields() {
  return useChange((fieldIds: string[]) => client.call(orderCustomFields, { body: { fieldIds } }), touches)
}
