import { createWords } from '../../shared/create-words.ts'
import type { jumpEnglish } from './jump-texts.ts'

export const useJumpWords = createWords<typeof jumpEnglish>('jump')
