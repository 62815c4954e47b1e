import { Popover } from '@mantine/core'
import { parseMinutes } from '@timedesk/domain/time/parse-minutes'
import { useRef, useState } from 'react'

import { VerdictLine } from '../../shared/rating/verdict-line.tsx'
import { useVerdict, type VerdictAsk } from '../../shared/time/use-verdict.ts'
import { useWeekWords } from './use-week-words.ts'

/** Where the focus goes after typing: nowhere by itself when it was taken away. */
export type Leaving = 'stay' | 'up' | 'down' | 'away'

type CellEditorProps = {
  label: string
  start: string
  /** Selects what is there, so that typing replaces it. */
  isSelected: boolean
  /** What the verdict is asked about, but for the minutes. */
  ask: Omit<VerdictAsk, 'minutes'>
  onCommit: (text: string, leaving: Leaving) => void
  onCancel: () => void
}

const LEAVING: Partial<Record<string, Leaving>> = { Enter: 'down', ArrowUp: 'up', ArrowDown: 'down', Tab: 'away' }

/** The field in a cell, with what cover says of it below. Enter and the arrows save and go on, Escape gives up. */
export function CellEditor({ label, start, isSelected, ask, onCommit, onCancel }: CellEditorProps) {
  const words = useWeekWords()
  const [text, setText] = useState(start)
  const [isRefused, setIsRefused] = useState(false)
  // Leaving by a key takes the field away, which is no second leaving.
  const hasLeft = useRef(false)
  const parsed = text.trim() === '' ? null : parseMinutes(text)
  const { verdict, problem } = useVerdict(
    parsed?.ok === true && parsed.minutes > 0 ? { ...ask, minutes: parsed.minutes } : undefined,
  )

  const commit = (leaving: Leaving) => {
    if (hasLeft.current) return
    if (parsed?.ok === false && leaving !== 'away') {
      setIsRefused(true)
      return
    }
    hasLeft.current = true
    onCommit(text, leaving)
  }

  return (
    <Popover
      opened={verdict !== null || problem !== undefined || isRefused}
      position="bottom-start"
      width={320}
      shadow="md"
      withRoles={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <input
          className="desk-week-input td-number"
          aria-label={label}
          aria-invalid={isRefused}
          inputMode="text"
          autoComplete="off"
          autoFocus
          onFocus={(event) => {
            if (isSelected) event.currentTarget.select()
          }}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setIsRefused(false)
          }}
          onKeyDown={(event) => {
            event.stopPropagation()
            const leaving = LEAVING[event.key]
            if (event.key === 'Escape') {
              hasLeft.current = true
              onCancel()
            } else if (leaving !== undefined) {
              if (leaving !== 'away') event.preventDefault()
              commit(leaving)
            }
          }}
          onBlur={() => commit('away')}
        />
      </Popover.Target>
      <Popover.Dropdown className="desk-week-verdict" onMouseDown={(event) => event.preventDefault()}>
        {isRefused ? (
          <p role="alert" className="desk-refusal">
            {words('unreadable')}
          </p>
        ) : (
          <VerdictLine worth={verdict} problem={problem} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
