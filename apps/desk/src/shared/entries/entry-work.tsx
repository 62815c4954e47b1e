import { Anchor } from '@mantine/core'
import type { TimeEntry } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { RatingChain } from '../rating/rating-chain.tsx'
import { EntryMarks } from '../time/entry-marks.tsx'
import { useEntryWords } from './use-entry-words.ts'

type EntryWorkProps = {
  entry: TimeEntry
  /** Tells who worked and when too. */
  isWhole?: boolean
}

/** What was worked on, and how its minutes became money. */
export function EntryWork({ entry, isWhole = false }: EntryWorkProps) {
  const words = useEntryWords()
  const format = useFormat()
  const { case: supportCase, project, task, activityType, customerText, minutes, explanation } = entry
  const whoAndWhen = isWhole ? [entry.employee.name, format.workDate(entry.workDate)] : []
  return (
    <div className="desk-stack">
      <span>
        {supportCase === null ? (
          [project?.name ?? words('internal'), task?.name].filter((part) => part !== undefined).join(' › ')
        ) : (
          <Anchor component={Link} to={paths.case(supportCase.number)}>
            #{supportCase.number} {supportCase.subject}
          </Anchor>
        )}
        <EntryMarks entry={entry} />
      </span>
      <span className="desk-quiet desk-small">
        {[...whoAndWhen, activityType.name, customerText].filter((part) => part !== '').join(' · ')}
      </span>
      <RatingChain minutes={minutes} explanation={explanation} />
    </div>
  )
}
