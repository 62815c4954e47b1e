import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useFormat } from '@timedesk/ui/format'
import { IconCheck } from '@tabler/icons-react'
import { useState, type SubmitEvent } from 'react'
import { FormProblem } from '../../shared/form-problem.tsx'
import { useRefusalWords } from '../../shared/use-refusal-words.ts'
import './time.css'
import { useDecideOverage } from './use-decide-overage.ts'
import { useTimeWords } from './use-time-words.ts'
import { waitingMinutes } from './waiting-minutes.ts'

const VERDICTS = ['accepted', 'declined'] as const
const DEEDS = { accepted: 'accept', declined: 'decline' } as const
type Verdict = (typeof VERDICTS)[number]
type Decision = ReturnType<typeof useDecideOverage>

/** Accepts or declines work beyond the agreement; afterwards it says so until the line itself does. */
export function OverageDecision({ caseId, line }: { caseId: string; line: ExtranetTimeLine }) {
  const words = useTimeWords()
  const format = useFormat()
  const [asked, setAsked] = useState<Verdict | null>(null)
  const decision = useDecideOverage(caseId)
  const minutes = format.minutes(waitingMinutes(line))

  if (decision.isSuccess) {
    return (
      <span className="ex-time-decided" role="status">
        <IconCheck size={15} stroke={2} aria-hidden="true" /> {words(decision.variables.verdict)}
      </span>
    )
  }
  return (
    <span className="ex-time-decision">
      {VERDICTS.map((verdict) => (
        <Button
          key={verdict}
          size="compact-sm"
          variant={verdict === 'accepted' ? 'filled' : 'default'}
          aria-label={words(`${DEEDS[verdict]}Of`, { minutes })}
          onClick={() => {
            setAsked(verdict)
          }}
        >
          {words(DEEDS[verdict])}
        </Button>
      ))}
      <Modal
        opened={asked !== null}
        onClose={() => {
          setAsked(null)
        }}
        title={words(`${DEEDS[asked ?? 'accepted']}Title`, { minutes })}
        closeOnClickOutside={false}
      >
        {asked !== null && (
          <DecisionForm
            line={line}
            verdict={asked}
            decision={decision}
            onClose={() => {
              setAsked(null)
            }}
          />
        )}
      </Modal>
    </span>
  )
}

type DecisionFormProps = { line: ExtranetTimeLine; verdict: Verdict; decision: Decision; onClose: () => void }

function DecisionForm({ line, verdict, decision, onClose }: DecisionFormProps) {
  const words = useTimeWords()
  const format = useFormat()
  const refusalWords = useRefusalWords()
  const [reason, setReason] = useState('')
  const { id, amount } = line
  const acceptText =
    amount === null ? words('acceptTextUnpriced') : words('acceptText', { amount: format.money(amount) })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (reason.trim() === '' || decision.isPending) return
    decision.mutate({ entryId: id, verdict, reason: reason.trim() }, { onSuccess: onClose })
  }

  return (
    <form onSubmit={handleSubmit} aria-busy={decision.isPending}>
      <Stack gap="sm">
        <FormProblem error={decision.error} />
        <Text size="sm">{verdict === 'accepted' ? acceptText : words('declineText')}</Text>
        <TextInput
          label={words(`${DEEDS[verdict]}Reason`)}
          required
          data-autofocus
          autoComplete="off"
          maxLength={LINE_LENGTH_MAX}
          value={reason}
          error={refusalWords.ofField(decision.error, 'reason')}
          onChange={(event) => {
            setReason(event.currentTarget.value)
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words('cancel')}
          </Button>
          <Button type="submit" loading={decision.isPending} disabled={reason.trim() === ''}>
            {words(DEEDS[verdict])}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
