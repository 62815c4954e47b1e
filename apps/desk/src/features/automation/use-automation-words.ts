import { createWords } from '../../shared/create-words.ts'
import { automationDanish } from './automation-danish.ts'
import { automationEnglish } from './automation-english.ts'

export const useAutomationWords = createWords('automation', { en: automationEnglish, da: automationDanish })
