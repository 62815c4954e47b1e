import { queryOptions } from '@tanstack/react-query'
import { getCase } from '@timedesk/contracts/cases'

import { client } from '../client.ts'
import { caseQueries } from './case-queries.ts'

/** A case by itself, as its page reads it: a list that asks for it beforehand makes the page open at once. */
export const caseDetailQueries = {
  /** A case by its number. */
  detail: (number: string) =>
    queryOptions({
      queryKey: [...caseQueries.all(), 'detail', number],
      queryFn: ({ signal }) => client.call(getCase, { params: { caseId: number }, signal }),
    }),
}
