import { createWords } from '../create-words.ts'
import { coverDanish, coverEnglish } from './cover-texts.ts'

export const useCoverWords = createWords('cover', { en: coverEnglish, da: coverDanish })

/** Whether a key has words here, for facts that arrive as plain text. */
export function isCoverWord(key: string): key is Exclude<keyof typeof coverEnglish, `cases_${string}`> {
  return Object.hasOwn(coverEnglish, key)
}
