import { createWords } from '../create-words.ts'
import { conditionsDanish, conditionsEnglish } from './conditions-texts.ts'

export const useConditionWords = createWords('conditions', { en: conditionsEnglish, da: conditionsDanish })

/** Whether the code of a problem has words here. */
export function isConditionWord(code: string): code is keyof typeof conditionsEnglish {
  return Object.hasOwn(conditionsEnglish, code)
}
