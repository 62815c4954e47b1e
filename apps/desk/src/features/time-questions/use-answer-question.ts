import { answerTimeQuestion } from '@timedesk/contracts/time-questions'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { touchedByTime } from '../../shared/time/touched-by-time.ts'

/** Answers what a customer asked about time; it can be invoiced then, or is written off. */
export function useAnswerQuestion(questionId: string) {
  return useChange(
    (body: z.input<typeof answerTimeQuestion.body>) =>
      client.call(answerTimeQuestion, { params: { questionId }, body }),
    [queryRoots.timeQuestions, queryRoots.invoices, ...touchedByTime],
  )
}
