import { isRefusal } from '@timedesk/client/api-error'

import { isWorded, useFormWords } from '../../shared/forms/use-form-words.ts'
import { useFieldWords } from './use-field-words.ts'

const CODES = ['none', 'not_wanted', 'repeated', 'taken', 'no_tree', 'parent_behind', 'too_deep'] as const

/** Says what is wrong with the option at an index, or with them all (null). */
export function useOptionProblem(error: unknown): (at: number | null) => string | undefined {
  const words = useFieldWords()
  const formWords = useFormWords()
  return (at) => {
    if (!isRefusal(error)) return undefined
    const place = at === null ? '/body/options' : `/body/options/${String(at)}`
    const problem = error.fields.find(
      ({ pointer }) => pointer === place || (at !== null && pointer.startsWith(`${place}/`)),
    )
    if (problem === undefined) return undefined
    const code = CODES.find((candidate) => candidate === problem.code)
    if (code !== undefined) return words(code)
    return isWorded(problem.code) ? formWords(problem.code) : problem.message
  }
}

/** Whether a refusal is about one option and is said there. */
export function isAtOption(error: unknown): boolean {
  return isRefusal(error) && error.fields.some(({ pointer }) => pointer.startsWith('/body/options/'))
}
