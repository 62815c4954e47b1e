import { answerTimeQuestion as answer, listTimeQuestions } from '@timedesk/contracts/time-questions'
import type { RouteModule } from '../../platform/http/serve.ts'
import { answerTimeQuestion } from './answer-time-question.ts'
import { findTimeQuestion, findTimeQuestions } from './find-time-questions.ts'

/** What customers question before it is invoiced. */
export const timeQuestionRoutes: RouteModule = (serve) => {
  serve.read(listTimeQuestions, async ({ reader, deps, query }) => ({
    body: await findTimeQuestions(reader, deps.paging, query),
  }))

  serve.write(answer, async ({ tx, context, params, body }) => {
    await answerTimeQuestion(tx, context, { ...params, ...body })
    return { body: await findTimeQuestion(tx, params.questionId) }
  })
}
