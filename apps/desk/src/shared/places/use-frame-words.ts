import { createWords } from '../create-words.ts'
import { frameDanish, frameEnglish } from './frame-texts.ts'

export const useFrameWords = createWords('frame', { en: frameEnglish, da: frameDanish })
