import { createWords } from '../../../shared/create-words.ts'
import { heroDanish, heroEnglish } from './hero-texts.ts'

export const useHeroWords = createWords('caseHero', { en: heroEnglish, da: heroDanish })
