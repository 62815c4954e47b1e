import { createWords } from '../create-words.ts'
import { actionName, useRunWords } from '../runs/use-run-words.ts'
import type { ActionKind } from './action-draft.ts'
import { actionDanish, actionEnglish } from './action-texts.ts'

export const useActionWords = createWords('actions', { en: actionEnglish, da: actionDanish })

/** What a kind of action is called where it is chosen. */
export function useKindName(): (kind: ActionKind) => string {
  const words = useActionWords()
  const runWords = useRunWords()
  return (kind) => {
    switch (kind) {
      case 'assignment':
      case 'note':
      case 'reply':
      case 'notify':
        return words(`kind_${kind}`)
      default:
        return actionName(kind, runWords)
    }
  }
}
