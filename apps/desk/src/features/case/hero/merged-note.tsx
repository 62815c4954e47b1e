import { IconArrowMerge } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { useFormat } from '@timedesk/ui/format'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'
import { Link } from 'react-router'

import { paths } from '../../../shared/paths.ts'
import './hero.css'
import { useHeroWords } from './use-hero-words.ts'

const UnmergeButton = lazy(async () => ({ default: (await import('../merging/unmerge-button.tsx')).UnmergeButton }))

/** Where a case goes on that was merged into another: nothing more is said here. */
export function MergedNote({ subject: { id, number: ownNumber, mergedInto, can } }: { subject: Case }) {
  const words = useHeroWords()
  const format = useFormat()
  if (mergedInto === null) return null
  const { number, subject, mergedByName, mergedAt, unmergeUntil } = mergedInto
  return (
    <div className="desk-merged" role="note">
      <IconArrowMerge size={18} stroke={1.7} aria-hidden="true" />
      <p>
        {words('goesOnIn')}{' '}
        <Link to={paths.case(number)}>
          <span className="td-number">#{number}</span> {subject}
        </Link>
        <br />
        <span className="desk-quiet">{words('mergedBy', { name: mergedByName, when: format.dateTime(mergedAt) })}</span>
      </p>
      <LazyPart>{can.unmerge && <UnmergeButton caseId={id} number={ownNumber} unmergeUntil={unmergeUntil} />}</LazyPart>
    </div>
  )
}
