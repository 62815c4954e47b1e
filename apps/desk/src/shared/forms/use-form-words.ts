import { createWords } from '../create-words.ts'
import { formDanish, formEnglish } from './form-texts.ts'

export const useFormWords = createWords('forms', { en: formEnglish, da: formDanish })

/** Whether a field problem's code has words of its own. */
export function isWorded(code: string): code is keyof typeof formEnglish {
  return Object.hasOwn(formEnglish, code)
}
