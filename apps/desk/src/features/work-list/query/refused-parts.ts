import { isRefusal } from '@timedesk/client/api-error'

import type { TextProblem } from './use-problem-sentence.ts'

/** The stretches of a query that the API did not understand; none where it failed for something else. */
export function refusedParts(error: unknown): TextProblem[] {
  if (!isRefusal(error, 'query_refused')) return []
  return error.fields.map(({ code, at = 0, length = 0, expected = [] }) => ({ code, at, length, expected }))
}
