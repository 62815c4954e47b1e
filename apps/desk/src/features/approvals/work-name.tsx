import { Anchor } from '@mantine/core'
import type { TimeEntry } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { subjectOf } from '../../shared/time/time-subject.ts'
import { useApprovalWords } from './use-approval-words.ts'

/** What an entry is on, by whom and when. */
export function WorkName({ entry, withEmployee = false }: { entry: TimeEntry; withEmployee?: boolean }) {
  const words = useApprovalWords()
  const format = useFormat()
  const name = subjectOf(entry)?.name ?? words('internal')
  const facts = [
    ...(withEmployee ? [entry.employee.name] : [entry.customer?.name ?? '', entry.employee.name]),
    entry.activityType.name,
    format.workDate(entry.workDate),
  ]
  return (
    <div className="desk-stack">
      {entry.case === null ? (
        <span>{name}</span>
      ) : (
        <Anchor component={Link} to={paths.case(entry.case.number)}>
          {name}
        </Anchor>
      )}
      <span className="desk-quiet desk-small">{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </div>
  )
}
