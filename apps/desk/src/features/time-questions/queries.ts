import { listTimeQuestions, type TimeQuestion } from '@timedesk/contracts/time-questions'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { queryRoots } from '../../shared/query-roots.ts'

export type QuestionFilters = { state: TimeQuestion['state']; customerId?: string; caseId?: string }

export const questionQueries = {
  list: (filters: QuestionFilters) =>
    pagesOf([...queryRoots.timeQuestions, 'list', filters], (page, signal) =>
      client.call(listTimeQuestions, { query: { ...filters, ...page }, signal }),
    ),
}
