import type { ReactNode } from 'react'

import { problemOfField } from '../forms/field-problems.ts'
import { isWorded, useFormWords } from '../forms/use-form-words.ts'
import { isFieldProblem, useCustomFieldWords } from '../custom-fields/use-custom-field-words.ts'
import { useActionWords } from './use-action-words.ts'

/** Says what is wrong with a member of an action; `isMissing`: nothing was chosen there. */
export function useActionProblem(error: unknown): (name: string, isMissing?: boolean) => ReactNode {
  const words = useActionWords()
  const formWords = useFormWords()
  const fieldWords = useCustomFieldWords()
  return (name, isMissing = false) => {
    const problem = problemOfField(error, name)
    if (problem === undefined) return undefined
    if (isMissing) return words('choose')
    if (name === 'value') return fieldWords(isFieldProblem(problem.code) ? problem.code : 'refused')
    if (problem.code === 'reference_refused') return words('unusable')
    return isWorded(problem.code) ? formWords(problem.code) : problem.message
  }
}
