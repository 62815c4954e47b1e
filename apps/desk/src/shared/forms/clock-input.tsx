import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'

import { clockOf, minutesOfClock } from '../clock-in.ts'
import { useFormWords } from './use-form-words.ts'

type ClockInputProps = {
  label: string
  /** As typed; it may be no clock yet. */
  value: string
  onChange: (clock: string) => void
  error?: ReactNode
  hideLabel?: boolean
  size?: 'xs' | 'sm'
  className?: string
}

/** A clock as people write it (9, 930, 9.30), written out on leaving; the same for readers of every country. */
export function ClockInput(props: ClockInputProps) {
  const { label, value, onChange, error, hideLabel = false, size = 'xs', className } = props
  const words = useFormWords()
  const [hasLeft, setHasLeft] = useState(false)
  const minutes = minutesOfClock(value)
  const isUnreadable = hasLeft && value !== '' && minutes === null
  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      {...(className !== undefined && { className })}
      classNames={{ input: 'td-number' }}
      size={size}
      placeholder="09:30"
      autoComplete="off"
      value={value}
      error={isUnreadable ? words('clockUnreadable') : error}
      onChange={(event) => {
        setHasLeft(false)
        onChange(event.currentTarget.value)
      }}
      onBlur={() => {
        setHasLeft(true)
        if (minutes !== null && clockOf(minutes) !== value) onChange(clockOf(minutes))
      }}
    />
  )
}
