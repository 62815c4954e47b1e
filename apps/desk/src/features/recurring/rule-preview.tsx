import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'

import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { clockIn, minutesOfClock } from '../../shared/clock-in.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { recurringQueries } from './queries.ts'
import { useRecurringWords } from './use-recurring-words.ts'
import type { RecurringDraft } from './use-save-recurring.ts'

const DELAY_MS = 300

/** The next five times under the rule that is being written. */
export function RulePreview({ draft: { every, time, startsOn, endsOn } }: { draft: RecurringDraft }) {
  const words = useRecurringWords()
  const format = useFormat()
  const { company } = useMe()
  const isWritten = startsOn !== '' && /^\d\d:\d\d$/u.test(time) && minutesOfClock(time) !== null
  const rule = isWritten ? { every, time, startsOn, endsOn: endsOn === '' ? null : endsOn } : null
  const [asked] = useDebouncedValue(rule, DELAY_MS)
  const preview = useQuery(recurringQueries.preview(asked))
  return (
    <div className="desk-recurrence-next" role="status">
      <span>
        <strong>{words('next')}</strong> <span className="desk-quiet">{words('timeHint')}</span>
      </span>
      {rule === null && <span className="desk-quiet">{words('nextOpen')}</span>}
      <ProblemNotice error={preview.error} />
      {rule !== null && preview.data?.length === 0 && <span className="desk-quiet">{words('nextNone')}</span>}
      {rule !== null && preview.data !== undefined && (
        <ol>
          {preview.data.map(({ day, at }) => (
            <li key={day}>
              {format.weekday(day)} {format.workDate(day)}, {clockIn(company.timeZone, at)}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
