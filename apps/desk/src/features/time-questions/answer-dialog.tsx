import { Anchor, Text, Textarea } from '@mantine/core'
import { LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import type { TimeQuestion } from '@timedesk/contracts/time-questions'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { paths } from '../../shared/paths.ts'
import { ChoiceCards } from '../../shared/terms/choice-cards.tsx'
import './questions.css'
import { useAnswerQuestion } from './use-answer-question.ts'
import { useQuestionWords } from './use-question-words.ts'

const RESOLUTIONS = ['confirmed', 'adjusted', 'not_charged'] as const
type Resolution = (typeof RESOLUTIONS)[number]
const EMPTY: { resolution: Resolution; answer: string } = { resolution: 'confirmed', answer: '' }

/** Answers a question: what comes of the time, and what the customer reads. */
export function AnswerDialog({ question, onClose }: { question: TimeQuestion; onClose: () => void }) {
  const words = useQuestionWords()
  const format = useFormat()
  const tell = useTell()
  const answering = useAnswerQuestion(question.id)
  const form = useDraftForm(EMPTY, answering.error)
  const { entry, askedBy } = question
  const answer = form.draft.answer.trim().replaceAll(/\s*[\r\n]+\s*/gu, ' ')
  return (
    <FormDialog
      title={words('answerTitle', { name: askedBy })}
      state={answering}
      names={form.names}
      submitLabel={words('send')}
      isDisabled={answer === ''}
      onClose={onClose}
      onSubmit={() =>
        answering.mutate(
          { resolution: form.draft.resolution, answer },
          { onSuccess: tell(words('answered'), onClose).onSuccess },
        )
      }
    >
      <Text size="sm">
        {words('asked', {
          name: askedBy,
          minutes: format.minutes(entry.minutes),
          employee: entry.employee.name,
          day: format.workDate(entry.workDate),
        })}
      </Text>
      <blockquote className="desk-asked-quote">{question.question}</blockquote>
      <ChoiceCards
        label={words('resolution')}
        value={form.draft.resolution}
        choices={RESOLUTIONS.map((value) => ({
          value,
          label: words(`resolution_${value}`),
          text: words(`resolution_${value}_text`),
        }))}
        error={form.errorOf('resolution')}
        onChange={(resolution) => form.set({ resolution })}
      />
      {entry.onDraft !== null && form.draft.resolution !== 'confirmed' && (
        <Text size="sm">
          {words('draftHint')}{' '}
          <Anchor component={Link} to={paths.invoice(entry.onDraft)} size="sm" underline="always">
            {words('openDraft')}
          </Anchor>
        </Text>
      )}
      <Textarea
        label={words('answerLabel')}
        description={words('answerHint')}
        required
        data-autofocus
        autosize
        minRows={3}
        maxLength={LINE_LENGTH_MAX}
        {...form.text('answer')}
      />
    </FormDialog>
  )
}
