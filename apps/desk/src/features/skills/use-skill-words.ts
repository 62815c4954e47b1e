import { createWords } from '../../shared/create-words.ts'
import { skillDanish, skillEnglish } from './skill-texts.ts'

export const useSkillWords = createWords('skills', { en: skillEnglish, da: skillDanish })
