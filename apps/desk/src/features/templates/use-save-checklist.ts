import {
  createChecklistTemplate,
  updateChecklistTemplate,
  type ChecklistTemplate,
} from '@timedesk/contracts/checklists'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { newRowKey } from '../../shared/forms/row-key.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** An item as it is written; `key` tells rows apart while they have nothing else of their own. */
export type ItemDraft = { key: string; text: string; isRequired: boolean }

/** A checklist template as it is written in the form; named as the fields of the request. */
export type ChecklistDraft = {
  name: string
  items: readonly ItemDraft[]
  typeIds: readonly string[]
  position: number
  isActive: boolean
}

export const emptyChecklist: ChecklistDraft = { name: '', items: [], typeIds: [], position: 0, isActive: true }

export function newItem(text = ''): ItemDraft {
  return { key: newRowKey(), text, isRequired: false }
}

export function draftOfChecklist({ name, items, types, position, isActive }: ChecklistTemplate): ChecklistDraft {
  return {
    ...{ name, position, isActive },
    items: items.map((item, index) => ({ key: `stored ${index}`, ...item })),
    typeIds: types.map(({ id }) => id),
  }
}

/** Creates a checklist template, or changes the given one if nobody did so since it was read. */
export function useSaveChecklist(template: ChecklistTemplate | null) {
  return useChange(
    ({ draft, changes }: { draft: ChecklistDraft; changes: Partial<ChecklistDraft> }) => {
      const wireItems = draft.items.map(({ text, isRequired }) => ({ text, isRequired }))
      const wireTypes = [...draft.typeIds]
      if (template === null) {
        const { name, position } = draft
        return client.call(createChecklistTemplate, { body: { name, position, items: wireItems, typeIds: wireTypes } })
      }
      const { items, typeIds, ...same } = changes
      return client.call(updateChecklistTemplate, {
        params: { templateId: template.id },
        headers: ifMatch(template.version),
        body: {
          ...same,
          ...(items !== undefined && { items: wireItems }),
          ...(typeIds !== undefined && { typeIds: wireTypes }),
        },
      })
    },
    [queryRoots.checklistTemplates],
  )
}
