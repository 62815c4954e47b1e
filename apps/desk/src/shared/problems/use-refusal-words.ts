import { refusals, type RefusalCode } from '@timedesk/contracts/refusal'

import { useProblemWords } from './problem-words.ts'

/** Words a refusal that an answer tells of, in the reader's language where its words are loaded. */
export function useRefusalWords(): (refusal: { code: string; detail: string }) => string {
  const words = useProblemWords()
  return ({ code, detail }) => (isRefusalCode(code) ? words(code) : undefined) ?? detail
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code)
}
