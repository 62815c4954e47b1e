import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useFormat } from '@timedesk/ui/format'
import { useState, type ReactNode } from 'react'

import { addHolidays, type HolidayDraft } from './calendar-draft.ts'
import { parseHolidays } from './parse-holidays.ts'
import { useCalendarWords } from './use-calendar-words.ts'

type HolidayFieldsProps = {
  holidays: readonly HolidayDraft[]
  problem: ReactNode
  onChange: (holidays: readonly HolidayDraft[]) => void
}

/** The holidays in order of their day; many are added at once, a line for each. */
export function HolidayFields({ holidays, problem, onChange }: HolidayFieldsProps) {
  const words = useCalendarWords()
  const format = useFormat()
  const [text, setText] = useState('')
  const [unread, setUnread] = useState(0)
  const add = () => {
    const { holidays: added, unreadable } = parseHolidays(text)
    onChange(addHolidays(holidays, added))
    setText(unreadable.join('\n'))
    setUnread(unreadable.length)
  }

  return (
    <fieldset className="desk-calendar-part">
      <legend>{words('holidays')}</legend>
      {holidays.length === 0 ? (
        <p className="desk-quiet desk-small">{words('noHolidays')}</p>
      ) : (
        <ul className="desk-holidays">
          {holidays.map(({ day, name }) => (
            <li key={day}>
              <span>
                <span className="td-number">{format.workDate(day)}</span> {name}
              </span>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={words('removeHoliday', { name, day: format.workDate(day) })}
                onClick={() => onChange(holidays.filter((holiday) => holiday.day !== day))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {problem !== undefined && <div className="desk-error">{problem}</div>}
      <Textarea
        label={words('addHolidays')}
        description={words('addHolidaysHint')}
        error={unread > 0 ? words('unreadable', { count: unread }) : undefined}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setUnread(0)
        }}
      />
      <div>
        <Button size="compact-sm" variant="default" disabled={text.trim() === ''} onClick={add}>
          {words('add')}
        </Button>
      </div>
    </fieldset>
  )
}
