import type { FieldOption } from '@timedesk/contracts/custom-fields'
import type { Language } from './i18n.ts'
import type { TreeNode } from './tree-select.tsx'

import { optionName } from './field-names.ts'

/** The options of a tree as a picker shows them; inactive ones stay only where they are chosen already. */
export function optionTree(options: readonly FieldOption[], language: Language, chosen: string | null): TreeNode[] {
  const below = Map.groupBy(options, ({ parentId }) => parentId)
  const nodesBelow = (parentId: string | null): TreeNode[] =>
    (below.get(parentId) ?? []).flatMap((option) => {
      const children = nodesBelow(option.id)
      if (!option.isActive && option.id !== chosen && children.length === 0) return []
      return [{ value: option.id, label: optionName(option, language), children, disabled: !option.isActive }]
    })
  return nodesBelow(null)
}
