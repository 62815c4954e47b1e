import { createWords } from '../../shared/create-words.ts'
import { myTimeDanish, myTimeEnglish } from './my-time-texts.ts'

export const useMyTimeWords = createWords('myTime', { en: myTimeEnglish, da: myTimeDanish })
