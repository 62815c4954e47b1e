import { createWords } from '../../shared/create-words.ts'
import { simulatorDanish, simulatorEnglish } from './simulator-texts.ts'

export const useSimulatorWords = createWords('simulator', { en: simulatorEnglish, da: simulatorDanish })
