import { QUERY_SEARCHES_MAX } from '@timedesk/contracts/limits'
import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import { parseQuery, type ParsedQuery } from '@timedesk/domain/query/parse-query'
import type { Query, QueryProblem, QueryProblemCode } from '@timedesk/domain/query/query'

const PROBLEMS_SHOWN_MAX = 20

const sentences: Record<QueryProblemCode, string> = {
  key_unknown: 'There is no such key.',
  value_missing: 'A value is missing.',
  value_unknown: 'There is no such value.',
  value_vague: 'Too many things are called so.',
  moment_refused: 'That is no day or distance of time.',
  number_refused: 'That is no number.',
  range_refused: 'The range has no beginning and end, or begins behind its end.',
  quote_open: 'The quotes are not closed.',
  group_open: 'The bracket is not closed.',
  group_closed: 'There is no bracket to close.',
  group_empty: 'There is nothing between the brackets.',
  words_missing: 'Something is missing here.',
  query_too_long: 'The query asks for too much.',
}

/** Where the text of a query stands in a request. */
export type QueryPointer = '/query/q' | '/query/key' | '/body/query' | '/body/selection/query/q'

/** Refuses with `query_refused`, telling where in the text each problem is. */
export function refuseQuery(problems: readonly QueryProblem[], pointer: QueryPointer): never {
  const fields = problems.slice(0, PROBLEMS_SHOWN_MAX).map((problem): FieldProblem => {
    return { pointer, message: sentences[problem.code], ...problem }
  })
  throw new Refusal('query_refused', { detail: fields[0]?.message ?? sentences.words_missing, fields })
}

/** Reads the text of a query; what cannot be read is for who resolves its names to refuse. Refuses too many searches. */
export function readQuery(text: string, pointer: QueryPointer): ParsedQuery {
  const parsed = parseQuery(text)
  if (searchesOf(parsed.query) > QUERY_SEARCHES_MAX)
    refuseQuery([{ at: 0, length: text.length, code: 'query_too_long', expected: [] }], pointer)
  return parsed
}

/** How often words are looked for: those that stand beside each other together. */
function searchesOf({ all }: Query): number {
  const together = all.some(({ kind }) => kind === 'words') ? 1 : 0
  return all.reduce((searches, node) => {
    if (node.kind === 'group') return node.any.reduce((sum, branch) => sum + searchesOf(branch), searches)
    return node.kind === 'term' && node.key === 'words' ? searches + node.values.length : searches
  }, together)
}
