import { createWords } from '../create-words.ts'
import { sendingDanish, sendingEnglish } from './sending-texts.ts'

export const useSendingWords = createWords('sending', { en: sendingEnglish, da: sendingDanish })
