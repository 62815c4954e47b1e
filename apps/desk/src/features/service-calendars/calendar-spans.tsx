import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { ClockInput } from '../../shared/forms/clock-input.tsx'
import { newRowKey } from '../../shared/forms/row-key.ts'
import { copyMonday, WEEKDAYS, type SpanDraft, type Weekday } from './calendar-draft.ts'
import { useCalendarWords } from './use-calendar-words.ts'

type CalendarSpansProps = {
  spans: readonly SpanDraft[]
  problem: ReactNode
  onChange: (spans: readonly SpanDraft[]) => void
}

/** The hours of each weekday; a break is a gap between two spans. */
export function CalendarSpans({ spans, problem, onChange }: CalendarSpansProps) {
  const words = useCalendarWords()
  const change = (key: string, changes: Partial<SpanDraft>) =>
    onChange(spans.map((span) => (span.key === key ? { ...span, ...changes } : span)))
  const add = (weekday: Weekday) => {
    const last = spans.findLast((span) => span.weekday === weekday)
    const opensAt = last === undefined ? '08:00' : last.closesAt
    onChange([...spans, { key: newRowKey(), weekday, opensAt, closesAt: last === undefined ? '16:00' : '' }])
  }

  return (
    <fieldset className="desk-calendar-part">
      <legend>{words('hours')}</legend>
      <p className="desk-quiet desk-small">{words('hoursHint')}</p>
      <div>
        {WEEKDAYS.map((weekday) => (
          <div key={weekday} className="desk-calendar-day">
            <span>{words(`day_${weekday}`)}</span>
            <CalendarDay
              day={words(`day_${weekday}`)}
              spans={spans.filter((span) => span.weekday === weekday)}
              onChange={change}
              onRemove={(key) => onChange(spans.filter((span) => span.key !== key))}
              onAdd={() => add(weekday)}
            />
          </div>
        ))}
      </div>
      {problem !== undefined && <div className="desk-error">{problem}</div>}
      <div>
        <Button size="compact-sm" variant="default" onClick={() => onChange(copyMonday(spans))}>
          {words('copyDays')}
        </Button>
      </div>
    </fieldset>
  )
}

type CalendarDayProps = {
  day: string
  spans: readonly SpanDraft[]
  onChange: (key: string, changes: Partial<SpanDraft>) => void
  onRemove: (key: string) => void
  onAdd: () => void
}

function CalendarDay({ day, spans, onChange, onRemove, onAdd }: CalendarDayProps) {
  const words = useCalendarWords()
  return (
    <div className="desk-calendar-spans">
      {spans.length === 0 && <span className="desk-quiet desk-small">{words('closed')}</span>}
      {spans.map(({ key, opensAt, closesAt }) => (
        <span key={key} className="desk-calendar-span">
          <ClockInput
            hideLabel
            label={words('opensAt', { day })}
            value={opensAt}
            onChange={(clock) => onChange(key, { opensAt: clock })}
          />
          –
          <ClockInput
            hideLabel
            label={words('closesAt', { day })}
            value={closesAt}
            onChange={(clock) => onChange(key, { closesAt: clock })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words('removeSpan', { from: opensAt, to: closesAt, day })}
            onClick={() => onRemove(key)}
          >
            <IconX size={14} />
          </ActionIcon>
        </span>
      ))}
      <ActionIcon variant="default" aria-label={words('addSpan', { day })} onClick={onAdd}>
        <IconPlus size={14} />
      </ActionIcon>
    </div>
  )
}
