import { parseQuery } from '@timedesk/domain/query/parse-query'

import { refusedParts } from '../query/refused-parts.ts'
import { useProblemSentence } from '../query/use-problem-sentence.ts'

/** What is wrong with the query of a view, in a sentence: at once what the language knows, after saving the rest. */
export function useQueryProblem(query: string, error: unknown): string | undefined {
  const sentence = useProblemSentence()
  const problem = parseQuery(query).problems[0] ?? refusedParts(error)[0]
  return problem && sentence(query, problem)
}
