import type { TimeEntry } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'

import { Mark } from '../lists/mark.tsx'
import { useTimeWords } from './use-time-words.ts'

/** What there is to know about an entry beside its time: approved, corrected, late, overlapping. */
export function EntryMarks({ entry }: { entry: TimeEntry }) {
  const words = useTimeWords()
  const format = useFormat()
  const { state, correction, isCorrected, isLate, bookedOn, overlaps } = entry
  return (
    <>
      {state === 'submitted' && <Mark kind="chosen">{words('stateSubmitted')}</Mark>}
      {state === 'approved' && <Mark kind="good">{words('stateApproved')}</Mark>}
      {correction?.kind === 'reversal' && <Mark kind="warn">{words('stateReversal')}</Mark>}
      {correction?.kind === 'replacement' && <Mark kind="warn">{words('stateReplacement')}</Mark>}
      {isCorrected && <Mark>{words('stateCorrected')}</Mark>}
      {isLate && <Mark kind="warn">{words('stateLate', { day: format.workDate(bookedOn) })}</Mark>}
      {overlaps && <Mark kind="warn">{words('stateOverlaps')}</Mark>}
    </>
  )
}
