import { createWords } from '../create-words.ts'
import { variableDanish, variableEnglish } from './variable-texts.ts'

export const useVariableWords = createWords('variables', { en: variableEnglish, da: variableDanish })
