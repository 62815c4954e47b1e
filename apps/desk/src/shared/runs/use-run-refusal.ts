import type { AutomationRun } from '@timedesk/contracts/automation-runs'

import { useRefusalWords } from '../problems/use-refusal-words.ts'
import { actionName, useRunWords } from './use-run-words.ts'
import { runEnglish } from './run-texts.ts'

type RunRefusal = NonNullable<AutomationRun['refusal']>

/** Why a run of a rule was refused or stopped, with the action that was, in the reader's language. */
export function useRunRefusal(): (refusal: RunRefusal) => string {
  const words = useRunWords()
  const wordRefusal = useRefusalWords()
  return (refusal) => {
    const key = `refusal_${refusal.code}`
    const detail = isWordedRefusal(key) ? words(key) : wordRefusal(refusal)
    if (refusal.action === null) return detail
    return words('refusedBy', { action: actionName(refusal.action, words), detail })
  }
}

function isWordedRefusal(key: string): key is keyof typeof runEnglish & `refusal_${string}` {
  return Object.hasOwn(runEnglish, key)
}
