import { createWords } from '../create-words.ts'
import type { timeEnglish } from './time-texts.ts'

export const useTimeWords = createWords<typeof timeEnglish>('time')
