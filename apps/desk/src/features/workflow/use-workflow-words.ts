import { createWords } from '../../shared/create-words.ts'
import { workflowDanish } from './workflow-danish.ts'
import { workflowEnglish } from './workflow-english.ts'

export const useWorkflowWords = createWords('workflow', { en: workflowEnglish, da: workflowDanish })
