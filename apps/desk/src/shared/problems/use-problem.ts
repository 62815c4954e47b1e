import { isFault, isRefusal } from '@timedesk/client/api-error'
import type { RefusalCode } from '@timedesk/contracts/refusal'

import { createWords } from '../create-words.ts'
import { useProblemWords } from './problem-words.ts'
import { troubleDanish, troubleEnglish } from './trouble-texts.ts'

export const useTroubleWords = createWords('trouble', { en: troubleEnglish, da: troubleDanish })

export type WordedProblem = {
  code: RefusalCode | 'fault'
  /** What happened, in the reader's language. */
  title: string
  detail: string | undefined
  fields: { pointer: string; detail: string }[]
  missingPermission: string | undefined
  requestId: string | undefined
}

/** Words whatever a call threw, for an alert beside the form or instead of the view. */
export function useProblem(): (error: unknown) => WordedProblem {
  const codeWords = useProblemWords()
  const words = useTroubleWords()
  return (error) => {
    if (isRefusal(error)) {
      const wait = error.retryAfterSeconds
      return {
        code: error.code,
        title: codeWords(error.code) ?? error.title,
        detail: wait === undefined ? undefined : words('retryAfter', { count: wait }),
        fields: error.fields.map(({ pointer, message }) => ({ pointer, detail: message })),
        missingPermission: error.missingPermission,
        requestId: undefined,
      }
    }
    const isNamed = isFault(error) && error.kind !== 'fault'
    return {
      code: 'fault',
      title: isNamed ? words(error.kind) : (codeWords('fault') ?? words('crashedTitle')),
      detail: undefined,
      fields: [],
      missingPermission: undefined,
      requestId: isFault(error) ? error.requestId : undefined,
    }
  }
}
