import { createWords, type Words } from '../../shared/create-words.ts'
import { serviceLevelDanish, serviceLevelEnglish } from './service-level-texts.ts'

export const useServiceLevelWords = createWords('service-levels', { en: serviceLevelEnglish, da: serviceLevelDanish })
export type ServiceLevelWords = Words<typeof serviceLevelEnglish>
