import { parseQuery } from '@timedesk/domain/query/parse-query'

import { refusedParts } from '../query/refused-parts.ts'
import { useProblemSentence } from '../query/use-problem-sentence.ts'

/** What is wrong with the query of a view, in sentences: at once what the language knows, after saving the rest. */
export function useQueryProblem(query: string, error: unknown): string | undefined {
  const sentence = useProblemSentence()
  const unread = parseQuery(query).problems
  const problems = unread.length > 0 ? unread : refusedParts(error)
  return problems.length === 0 ? undefined : problems.map((problem) => sentence(query, problem)).join(' ')
}
