import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { addDays, mondayOf } from '@timedesk/domain/calendar/days'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import type { ReactNode } from 'react'

import { dayIn } from '../../shared/day-in.ts'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { useMay, useMe } from '../../shared/session/use-me.ts'
import { useWeekWords } from './use-week-words.ts'

const DAYS_PER_WEEK = 7
const DAY = /^\d{4}-\d{2}-\d{2}$/u

type WeekBarProps = {
  monday: string
  /** Whose sheet it is. */
  employee: { id: string; name: string }
  onWeek: (monday: string) => void
  onEmployee: (employeeId: string) => void
  /** Where the week stands, and what can be done with it. */
  children: ReactNode
}

/** From week to week, and from one's own sheet to others' for who approves them. */
export function WeekBar({ monday, employee, onWeek, onEmployee, children }: WeekBarProps) {
  const words = useWeekWords()
  const me = useMe()
  const may = useMay()
  const thisMonday = mondayOf(dayIn(me.company.timeZone, new Date()))
  const go = (weeks: number) => onWeek(addDays(monday, weeks * DAYS_PER_WEEK))
  const group = words('keys')
  useShortcuts([
    { keys: '[', label: words('previous'), group, run: () => go(-1) },
    { keys: ']', label: words('next'), group, run: () => go(1) },
    { keys: 't', label: words('thisWeek'), group, run: () => onWeek(thisMonday) },
  ])

  return (
    <div className="desk-week-bar-tools">
      <div className="desk-week-steps">
        <Tooltip label={words('previous')}>
          <ActionIcon
            size="lg"
            variant="default"
            aria-label={words('previous')}
            aria-keyshortcuts="["
            onClick={() => go(-1)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
        </Tooltip>
        <Button
          variant="default"
          aria-keyshortcuts="t"
          disabled={monday === thisMonday}
          onClick={() => onWeek(thisMonday)}
        >
          {words('thisWeek')}
        </Button>
        <Tooltip label={words('next')}>
          <ActionIcon
            size="lg"
            variant="default"
            aria-label={words('next')}
            aria-keyshortcuts="]"
            onClick={() => go(1)}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
        </Tooltip>
        <TextInput
          className="desk-week-goto"
          type="date"
          aria-label={words('goTo')}
          value={monday}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (DAY.test(value) && value >= '1900-01-08') onWeek(mondayOf(value))
          }}
        />
      </div>
      {may('time:approve') && (
        <div className="desk-week-who">
          <EmployeePicker
            label={words('of')}
            hideLabel
            clearable={false}
            value={employee}
            onChange={(chosen) => onEmployee(chosen?.id ?? me.id)}
          />
        </div>
      )}
      <div className="desk-week-status">{children}</div>
    </div>
  )
}
