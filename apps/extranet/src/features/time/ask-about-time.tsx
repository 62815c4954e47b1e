import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useFormat } from '@timedesk/ui/format'
import { IconHelpCircle } from '@tabler/icons-react'
import type { SubmitEvent } from 'react'
import { z } from 'zod'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useMe } from '../../shared/me.ts'
import { oneLine } from '../../shared/one-line.ts'
import { useNotify } from '../../shared/use-notify.ts'
import { useRefusalWords } from '../../shared/use-refusal-words.ts'
import { useStoredDraft } from '../../shared/use-stored-draft.ts'
import './time.css'
import { useAskAboutTime } from './use-ask-about-time.ts'
import { useTimeWords } from './use-time-words.ts'

type AskProps = { caseId: string; line: ExtranetTimeLine }

/** Questions a line of time before it is invoiced. */
export function AskAboutTime({ caseId, line }: AskProps) {
  const words = useTimeWords()
  const format = useFormat()
  const [isOpen, dialog] = useDisclosure(false)
  const work = line.text === '' ? line.activityType : line.text
  return (
    <>
      <Button
        className="ex-time-ask"
        variant="subtle"
        size="compact-sm"
        leftSection={<IconHelpCircle size={15} stroke={1.8} aria-hidden="true" />}
        aria-label={words('askOf', { work, day: format.workDate(line.workDate) })}
        onClick={dialog.open}
      >
        {words('ask')}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={words('askTitle')} closeOnClickOutside={false}>
        <AskForm caseId={caseId} line={line} onClose={dialog.close} />
      </Modal>
    </>
  )
}

const QuestionDraft = z.object({ question: z.string() })
const EMPTY: z.infer<typeof QuestionDraft> = { question: '' }

function AskForm({ caseId, line, onClose }: AskProps & { onClose: () => void }) {
  const words = useTimeWords()
  const format = useFormat()
  const me = useMe()
  const notify = useNotify()
  const refusalWords = useRefusalWords()
  const { draft, change, clear } = useStoredDraft(`timedesk.question.${me.id}.${line.id}`, QuestionDraft, EMPTY)
  const asking = useAskAboutTime(caseId)
  const question = oneLine(draft.question)

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (question === '' || asking.isPending) return
    asking.mutate(
      { entryId: line.id, question },
      {
        onSuccess: () => {
          clear()
          notify(words('asked'))
          onClose()
        },
      },
    )
  }

  return (
    <form onSubmit={handleSubmit} aria-busy={asking.isPending}>
      <Stack gap="sm">
        <FormProblem error={asking.error} />
        <p className="ex-time-asked">
          {[format.workDate(line.workDate), format.minutes(line.minutes), line.text, line.employee]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <Textarea
          label={words('question')}
          placeholder={words('questionPlaceholder')}
          autosize
          minRows={3}
          maxLength={LINE_LENGTH_MAX}
          required
          data-autofocus
          value={draft.question}
          error={refusalWords.ofField(asking.error, 'question')}
          onChange={(event) => {
            change({ question: event.currentTarget.value })
          }}
        />
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('askText')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words('cancel')}
          </Button>
          <Button type="submit" loading={asking.isPending} disabled={question === ''}>
            {words('send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
