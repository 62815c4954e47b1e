import { createWords } from '../create-words.ts'
import { customFieldDanish, customFieldEnglish } from './custom-field-texts.ts'

export const useCustomFieldWords = createWords('customFields', { en: customFieldEnglish, da: customFieldDanish })

/** Whether the problem of a field has words of its own. */
export function isFieldProblem(code: string): code is keyof typeof customFieldEnglish {
  return Object.hasOwn(customFieldEnglish, code)
}
