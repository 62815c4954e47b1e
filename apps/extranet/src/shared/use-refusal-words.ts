import { ApiFault, ApiRefusal } from '@timedesk/client/api-error'
import type { FieldProblem } from '@timedesk/contracts/refusal'
import { useLanguage } from '@timedesk/ui/use-language'
import { useMemo } from 'react'
import { faultDanish, fieldDanish, refusalDanish } from './refusal-words-danish.ts'
import { faultEnglish, fieldEnglish, refusalEnglish } from './refusal-words-english.ts'

const tables = {
  en: { refusal: refusalEnglish, fault: faultEnglish, field: fieldEnglish },
  da: { refusal: refusalDanish, fault: faultDanish, field: fieldDanish },
} as const

/** A failure in words: the sentence, and the request to quote when the fault is ours. */
export type WordedFailure = { sentence: string; requestId: string | undefined }

type RefusalWords = {
  /** The sentence for whatever failed. */
  of: (error: unknown) => WordedFailure
  /** The sentence for a field at this path of the body, such as `subject`, when it was refused. */
  ofField: (error: unknown, path: string) => string | undefined
  /** The sentence for a field problem by its code. */
  ofCode: (code: string) => string
}

/** Puts refusals and faults into the reader's language. */
export function useRefusalWords(): RefusalWords {
  const { language } = useLanguage()
  return useMemo(() => {
    const { refusal, fault, field } = tables[language]
    const ofCode = (code: string) => (isFieldCode(code) ? field[code] : field.other)
    return {
      of: (error) => {
        if (error instanceof ApiRefusal) {
          const isOurs = error.code === 'fault'
          return { sentence: refusal[error.code], requestId: isOurs ? error.requestId : undefined }
        }
        if (error instanceof ApiFault) return { sentence: fault[error.kind], requestId: error.requestId }
        return { sentence: refusal.fault, requestId: undefined }
      },
      ofField: (error, path) => {
        const problem = fieldProblem(error, path)
        return problem === undefined ? undefined : ofCode(problem.code)
      },
      ofCode,
    }
  }, [language])
}

function fieldProblem(error: unknown, path: string): FieldProblem | undefined {
  if (!(error instanceof ApiRefusal)) return undefined
  const pointer = `/body/${path}`
  return error.fields.find((problem) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`))
}

function isFieldCode(code: string): code is keyof typeof fieldEnglish {
  return code in fieldEnglish
}
