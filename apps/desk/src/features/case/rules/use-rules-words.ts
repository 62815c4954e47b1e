import { createWords } from '../../../shared/create-words.ts'
import { rulesDanish, rulesEnglish } from './rules-texts.ts'

export const useRulesWords = createWords('case-rules', { en: rulesEnglish, da: rulesDanish })
