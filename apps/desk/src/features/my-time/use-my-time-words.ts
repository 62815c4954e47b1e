import { createWords } from '../../shared/create-words.ts'
import type { myTimeEnglish } from './my-time-texts.ts'

export const useMyTimeWords = createWords<typeof myTimeEnglish>('myTime')
