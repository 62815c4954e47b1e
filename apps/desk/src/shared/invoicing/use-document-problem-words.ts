import type { Invoice } from '@timedesk/contracts/invoice'

import { createWords } from '../create-words.ts'
import { documentProblemDanish } from './document-problem-danish.ts'
import { documentProblemEnglish } from './document-problem-english.ts'

export type DocumentProblem = Invoice['problems'][number]

const useCodeWords = createWords('document-problems', { en: documentProblemEnglish, da: documentProblemDanish })

/** Says what is wrong with a document; what has no words of its own is told as the API told it. */
export function useProblemWording(): (problem: Pick<DocumentProblem, 'code' | 'message'>) => string {
  const words = useCodeWords()
  return ({ code, message }) => (isWorded(code) ? words(code) : message)
}

function isWorded(code: string): code is keyof typeof documentProblemEnglish {
  return Object.hasOwn(documentProblemEnglish, code)
}
