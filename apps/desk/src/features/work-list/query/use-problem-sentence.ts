import type { QueryRange } from '@timedesk/domain/query/query'

import { queryEnglish } from './query-english.ts'
import { useQueryWords } from './use-query-words.ts'

/** What is wrong with a stretch of a text, whether the desk or the API found it. */
export type TextProblem = QueryRange & { code: string; expected: readonly string[] }

type ProblemKey = Extract<keyof typeof queryEnglish, `problem_${string}`>

/** Says in a sentence what is wrong with a text. */
export function useProblemSentence(): (text: string, problem: TextProblem) => string {
  const words = useQueryWords()
  return (text, { at, length, code }) => {
    const key = `problem_${code}`
    const known = Object.hasOwn(queryEnglish, key) ? (key as ProblemKey) : 'problem_unforeseen'
    // What is missing is missed behind what stands there.
    const part = length > 0 ? text.slice(at, at + length) : /\S*$/u.exec(text.slice(0, at))?.[0]
    return words(known, { part: part ?? '' })
  }
}

/** The text with a stretch of it exchanged. */
export function exchanged(text: string, { at, length }: QueryRange, by: string): string {
  return `${text.slice(0, at)}${by}${text.slice(at + length)}`
}
