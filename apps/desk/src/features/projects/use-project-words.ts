import { createWords } from '../../shared/create-words.ts'
import { projectDanish, projectEnglish } from './project-texts.ts'

export const useProjectWords = createWords('projects', { en: projectEnglish, da: projectDanish })
