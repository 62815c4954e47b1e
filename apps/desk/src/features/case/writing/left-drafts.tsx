import type { Case } from '@timedesk/contracts/cases'
import { Link } from 'react-router'

import { paths } from '../../../shared/paths.ts'
import { WritingNote } from './draft-notes.tsx'
import { useCaseDrafts } from './use-case-drafts.ts'
import { useWritingWords } from './use-writing-words.ts'

/** On a case that went on elsewhere: the way to where what one began here can be taken along. */
export function LeftDrafts({ caseId, into }: { caseId: string; into: NonNullable<Case['mergedInto']> }) {
  const words = useWritingWords()
  const drafts = useCaseDrafts(caseId) ?? []
  if (!drafts.some((draft) => draft.case.id === caseId && draft.can.write)) return null
  return (
    <WritingNote>
      {words('waitsElsewhere')}{' '}
      <Link to={paths.case(into.number)}>
        <span className="td-number">#{into.number}</span> {into.subject}
      </Link>
    </WritingNote>
  )
}
