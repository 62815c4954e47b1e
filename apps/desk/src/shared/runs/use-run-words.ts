import { createWords, type Words } from '../create-words.ts'
import { runDanish, runEnglish } from './run-texts.ts'

export const useRunWords = createWords('runs', { en: runEnglish, da: runDanish })

/** What an action of a rule or a change of a macro is called; its own word where it has none. */
export function actionName(action: string, words: Words<typeof runEnglish>): string {
  const key = `action_${action}`
  return isWordedAction(key) ? words(key) : action
}

function isWordedAction(key: string): key is keyof typeof runEnglish & `action_${string}` {
  return Object.hasOwn(runEnglish, key)
}
