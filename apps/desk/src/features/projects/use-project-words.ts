import { createWords } from '../../shared/create-words.ts'
import type { projectEnglish } from './project-texts.ts'

export const useProjectWords = createWords<typeof projectEnglish>('projects')
