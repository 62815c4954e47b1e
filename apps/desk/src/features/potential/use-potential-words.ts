import { createWords } from '../../shared/create-words.ts'
import { potentialDanish, potentialEnglish } from './potential-texts.ts'

export const usePotentialWords = createWords('potential', { en: potentialEnglish, da: potentialDanish })
