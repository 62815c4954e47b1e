import { Button, SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TimeQuestion } from '@timedesk/contracts/time-questions'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'

import type { Words } from '../../shared/create-words.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { questionQueries } from './queries.ts'
import { AskedCell, CustomerCell, OutcomeCell, TimeCell } from './question-cells.tsx'
import type { questionEnglish } from './question-texts.ts'
import { useQuestionWords } from './use-question-words.ts'

const STATES = ['open', 'answered'] as const

/** What customers ask about time: what waits for an answer, or what came of earlier questions. */
export function QuestionList() {
  const words = useQuestionWords()
  const may = useMay()
  const filters = useUrlFilters()
  const state = filters.get('state') === 'answered' ? 'answered' : 'open'
  const customerId = filters.get('customer')
  const caseId = filters.get('case')
  const questions = useInfiniteQuery(
    questionQueries.list({
      state,
      ...(customerId !== undefined && { customerId }),
      ...(caseId !== undefined && { caseId }),
    }),
  )
  const isOpen = state === 'open'
  return (
    <>
      <ListTools>
        <SegmentedControl
          size="xs"
          aria-label={words('which')}
          value={state}
          onChange={(chosen) => filters.set({ state: chosen === 'open' ? undefined : chosen })}
          data={STATES.map((option) => ({ value: option, label: words(`state_${option}`) }))}
        />
      </ListTools>
      <ListFace
        query={questions}
        empty={
          <EmptyState title={words(isOpen ? 'emptyTitle' : 'answeredEmptyTitle')}>
            {words(isOpen ? 'emptyText' : 'answeredEmptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            label={words('title')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={columnsOf(words, isOpen)}
            {...(isOpen &&
              may('overage:decide') && {
                rowActions: (question: TimeQuestion) => <AnswerButton question={question} />,
              })}
          />
        )}
      </ListFace>
    </>
  )
}

function columnsOf(words: Words<typeof questionEnglish>, isOpen: boolean): DataColumn<TimeQuestion>[] {
  const outcome: DataColumn<TimeQuestion> = {
    key: 'outcome',
    header: words('outcome'),
    render: (question) => <OutcomeCell question={question} />,
  }
  return [
    {
      key: 'question',
      header: words('question'),
      priority: 1,
      width: '34%',
      render: (question) => <AskedCell question={question} />,
    },
    { key: 'time', header: words('time'), render: (question) => <TimeCell question={question} /> },
    { key: 'customer', header: words('customer'), render: ({ customer }) => <CustomerCell customer={customer} /> },
    ...(isOpen ? [] : [outcome]),
  ]
}

function AnswerButton({ question }: { question: TimeQuestion }) {
  const words = useQuestionWords()
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <>
      <Button size="compact-xs" aria-label={words('answerOf', { name: question.askedBy })} onClick={dialog.open}>
        {words('answer')}
      </Button>
      {isOpen && <AnswerDialog question={question} onClose={dialog.close} />}
    </>
  )
}
