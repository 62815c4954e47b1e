import type { Case } from '@timedesk/contracts/cases'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'
import { Link } from 'react-router'

import { paths } from '../../../shared/paths.ts'
import { useMergeWords } from './use-merge-words.ts'

const UnmergeButton = lazy(async () => ({ default: (await import('./unmerge-button.tsx')).UnmergeButton }))

/** The cases that were merged into one; for a week each of them can stand by itself again. */
export function Tombstones({ subject, mayUnmerge }: { subject: Case; mayUnmerge: boolean }) {
  const words = useMergeWords()
  if (subject.tombstones.length === 0) return null
  return (
    <div className="desk-linked">
      <h3>{words('mergedHere')}</h3>
      <ul className="desk-rail-cases" aria-label={words('mergedHere')}>
        {subject.tombstones.map(({ id, number, subject: name, unmergeUntil }) => (
          <li key={id}>
            <Link to={paths.case(number)}>
              <span className="td-number">#{number}</span> {name}
            </Link>
            {mayUnmerge && new Date(unmergeUntil) > new Date() && (
              <LazyPart>
                <UnmergeButton caseId={id} number={number} unmergeUntil={unmergeUntil} size="compact-sm" />
              </LazyPart>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
