import { createWords } from '../../shared/create-words.ts'
import { peopleDanish, peopleEnglish } from './people-texts.ts'

export const usePeopleWords = createWords('people', { en: peopleEnglish, da: peopleDanish })
