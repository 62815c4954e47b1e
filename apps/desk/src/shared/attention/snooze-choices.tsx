import { Button, TextInput } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { SNOOZE_DAYS_MAX } from '@timedesk/contracts/limits'
import { useFormat } from '@timedesk/ui/format'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useState } from 'react'

import { fromLocalInput, toLocalInput } from '../local-instant.ts'
import { attentionQueries } from './attention-queries.ts'
import './attention.css'
import { useAttentionWords } from './use-attention-words.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const CHOICES_SHOWN = 3

type SnoozeChoicesProps = {
  onChoose: (until: string) => void
  /** Keeps a second press from choosing again. */
  isPending?: boolean
  /** What the times are for, and the word on the button of one’s own; left out, a case is put away. */
  label?: string
  chooseLabel?: string
}

/** Until when one may put something off: moments of one's own work, and one's own date. */
export function SnoozeChoices({ onChoose, isPending = false, label, chooseLabel }: SnoozeChoicesProps) {
  const words = useAttentionWords()
  const format = useFormat()
  const choices = useQuery(attentionQueries.snoozeChoices())
  return (
    <div className="desk-snooze" role="group" aria-label={label ?? words('until')}>
      {choices.isPending && <LoadingState rows={CHOICES_SHOWN} />}
      {choices.isError && <p className="desk-quiet desk-flat">{words('choicesFailed')}</p>}
      {choices.data?.map(({ kind, until }, index) => (
        <button
          key={kind}
          type="button"
          className="desk-snooze-choice td-focus"
          disabled={isPending}
          autoFocus={index === 0}
          onClick={() => onChoose(until)}
        >
          <span>{words(kind)}</span>
          <span className="desk-quiet td-number">{format.dateTime(until)}</span>
        </button>
      ))}
      <OwnTime isPending={isPending} chooseLabel={chooseLabel ?? words('choose')} onChoose={onChoose} />
    </div>
  )
}

function OwnTime({ isPending, chooseLabel, onChoose }: Required<Omit<SnoozeChoicesProps, 'label'>>) {
  const words = useAttentionWords()
  const [text, setText] = useState('')
  const until = fromLocalInput(text)
  const [now] = useState(() => Date.now())
  return (
    <form
      className="desk-snooze-own"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (until !== null) onChoose(until)
      }}
    >
      <TextInput
        type="datetime-local"
        label={words('ownTime')}
        size="xs"
        min={toLocalInput(new Date(now).toISOString())}
        max={toLocalInput(new Date(now + SNOOZE_DAYS_MAX * DAY_MS).toISOString())}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        disabled={until === null}
        loading={isPending}
        leftSection={<IconCalendarTime size={15} stroke={1.8} aria-hidden="true" />}
      >
        {chooseLabel}
      </Button>
    </form>
  )
}
