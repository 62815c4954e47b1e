import type { BulkAction } from '@timedesk/contracts/bulk-actions'
import { useFormat } from '@timedesk/ui/format'

import { useBulkWords } from './use-bulk-words.ts'

/** How far a bulk action is, or what came of it, in a sentence. */
export function useBulkSentence(): (action: BulkAction) => string {
  const words = useBulkWords()
  const format = useFormat()
  return ({ state, done, cases, result, otherwise, undo }) => {
    const changed = result?.changed ?? 0
    switch (state) {
      case 'planning':
      case 'planned':
      case 'running':
        return words('running', { done: format.number(done), count: format.number(cases) })
      case 'undoing':
        return words('undoing', { done: format.number(done), count: format.number(changed) })
      case 'done': {
        const parts = [changed === 0 ? words('changedNone') : words('changed', { count: changed })]
        if (result !== null && result.refused > 0) parts.push(words('leftOut', { count: result.refused }))
        const told = `${parts.join(', ')}.`
        return otherwise === 0 ? told : `${told} ${words('otherwise', { count: otherwise })}`
      }
      case 'undone': {
        const { undone = 0, kept = 0 } = undo ?? {}
        const parts = [undone === 0 ? words('undoneNone') : words('undone', { count: undone })]
        if (kept > 0) parts.push(words('kept', { count: kept }))
        return `${parts.join(', ')}.`
      }
    }
  }
}
