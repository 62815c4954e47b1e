import { wordsHook } from '../../shared/words.ts'
import { promiseDanish } from './promise-danish.ts'
import { promiseEnglish } from './promise-english.ts'

export const usePromiseWords = wordsHook('promise', { en: promiseEnglish, da: promiseDanish })
