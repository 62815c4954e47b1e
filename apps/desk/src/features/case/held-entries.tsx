import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@timedesk/ui/format'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import { overageOf } from '../../shared/entries/overage-of.ts'
import { coverQueries } from './cover-queries.ts'
import { useCaseCoverWords } from './use-case-cover-words.ts'

const OverageButtons = lazy(async () => ({
  default: (await import('../../shared/entries/overage-buttons.tsx')).OverageButtons,
}))

/** Overage of the case that waits, for those who may decide on it. */
export function HeldEntries({ caseId }: { caseId: string }) {
  const words = useCaseCoverWords()
  const format = useFormat()
  const { data: waiting = [] } = useQuery(coverQueries.waiting(caseId))
  if (waiting.length === 0) return null
  return (
    <ul className="desk-cover-held" aria-label={words('heldEntries')}>
      {waiting.map((entry) => (
        <li key={entry.id}>
          <span>
            {words('heldEntry', {
              name: entry.employee.name,
              day: format.workDate(entry.workDate),
              minutes: format.minutes(overageOf(entry).minutes),
            })}
          </span>
          <LazyPart>
            <OverageButtons entry={entry} />
          </LazyPart>
        </li>
      ))}
    </ul>
  )
}
