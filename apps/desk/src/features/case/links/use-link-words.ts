import { createWords } from '../../../shared/create-words.ts'
import { linkDanish, linkEnglish } from './link-texts.ts'

export const useLinkWords = createWords('links', { en: linkEnglish, da: linkDanish })
