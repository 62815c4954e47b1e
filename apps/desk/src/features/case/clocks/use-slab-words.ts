import { createWords } from '../../../shared/create-words.ts'
import { slabDanish, slabEnglish } from './slab-texts.ts'

export const useSlabWords = createWords('slab', { en: slabEnglish, da: slabDanish })
