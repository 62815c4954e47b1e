import { formatMinutes } from '@timedesk/domain/time/format-minutes'
import { parseMinutes, type MinutesRefusal } from '@timedesk/domain/time/parse-minutes'
import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'

import './inputs.css'
import { useWords, type UiKey } from './use-words.ts'

const REFUSAL_WORDS: Record<MinutesRefusal, UiKey> = {
  empty: 'minutesEmpty',
  unreadable: 'minutesUnreadable',
  negative: 'minutesNegative',
  too_long: 'minutesTooLong',
}

type MinutesInputProps = {
  label: string
  /** Whole minutes; null while nothing, or nothing readable, is written. */
  value: number | null
  onChange: (minutes: number | null) => void
  /** The most that is taken, in minutes; a day unless told. */
  max?: number
  description?: ReactNode
  /** Shown instead of the hint when the minutes are refused. */
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  hideLabel?: boolean
  size?: 'xs' | 'sm' | 'md'
  /** True when what is written cannot be read, so that a form can refuse to send. */
  onUnreadable?: (isUnreadable: boolean) => void
}

/** Time as people write it (15, 1:30, 1h15); says back what was understood and normalises it on leaving. */
export function MinutesInput(props: MinutesInputProps) {
  const { label, value, onChange, max, hideLabel = false, onUnreadable } = props
  const words = useWords()
  const [draft, setDraft] = useState<string | null>(null)
  const [hasLeft, setHasLeft] = useState(false)
  const text = draft ?? (value === null ? '' : formatMinutes(value))
  const parsed = text.trim() === '' ? null : parseMinutes(text, max)
  const refusal = parsed?.ok === false ? parsed.reason : null
  const understood = draft !== null && parsed?.ok === true ? formatMinutes(parsed.minutes) : null

  const write = (next: string) => {
    const read = next.trim() === '' ? null : parseMinutes(next, max)
    setDraft(next)
    setHasLeft(false)
    onUnreadable?.(read?.ok === false)
    onChange(read?.ok === true ? read.minutes : null)
  }

  const leave = () => {
    setHasLeft(true)
    if (refusal === null) {
      setDraft(null)
    }
  }

  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      size={props.size ?? 'sm'}
      inputMode="text"
      autoComplete="off"
      className="td-number"
      placeholder="0:15"
      title={words('minutesHint')}
      value={text}
      description={props.description}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      error={
        refusal !== null && hasLeft
          ? words(refusal === 'too_long' && max !== undefined ? 'minutesBeyond' : REFUSAL_WORDS[refusal])
          : props.error
      }
      rightSectionWidth={52}
      rightSection={
        understood !== null && (
          <span aria-hidden="true" className="td-minutes-understood">
            = {understood}
          </span>
        )
      }
      onChange={(event) => {
        write(event.currentTarget.value)
      }}
      onBlur={leave}
    />
  )
}
