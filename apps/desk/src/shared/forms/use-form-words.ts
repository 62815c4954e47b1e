import { createWords } from '../create-words.ts'
import { formEnglish } from './form-texts.ts'

export const useFormWords = createWords<typeof formEnglish>('forms')

/** Whether a field problem's code has words of its own. */
export function isWorded(code: string): code is keyof typeof formEnglish {
  return Object.hasOwn(formEnglish, code)
}
