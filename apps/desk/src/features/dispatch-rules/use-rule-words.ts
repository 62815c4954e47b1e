import { createWords } from '../../shared/create-words.ts'
import { ruleDanish, ruleEnglish } from './rule-texts.ts'

export const useRuleWords = createWords('dispatch-rules', { en: ruleEnglish, da: ruleDanish })
