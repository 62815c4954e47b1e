import { PageHeader } from '@timedesk/ui/page-header'

import { QuestionList } from '../features/time-questions/question-list.tsx'
import { useQuestionWords } from '../features/time-questions/use-question-words.ts'

/** What customers ask about time before it is invoiced. */
export function Component() {
  const words = useQuestionWords()
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <QuestionList />
    </>
  )
}
