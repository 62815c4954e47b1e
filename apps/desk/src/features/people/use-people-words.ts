import { createWords } from '../../shared/create-words.ts'
import type { peopleEnglish } from './people-texts.ts'

export const usePeopleWords = createWords<typeof peopleEnglish>('people')
