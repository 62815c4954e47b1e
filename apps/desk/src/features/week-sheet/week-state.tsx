import { Alert } from '@mantine/core'
import { IconMessage2 } from '@tabler/icons-react'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { Mark } from '../../shared/lists/mark.tsx'
import { useWeekWords } from './use-week-words.ts'

const KINDS = { open: 'quiet', submitted: 'chosen', approved: 'good', rejected: 'warn' } as const

/** Where the week stands, since when, and who decided. */
export function WeekStateMark({ sheet }: { sheet: WeekSheet }) {
  const words = useWeekWords()
  const { state, submittedAt, decidedAt, decidedByName } = sheet
  const at = state === 'submitted' ? submittedAt : state === 'approved' ? decidedAt : null
  return (
    <span className="desk-week-state">
      <Mark kind={KINDS[state]}>{words(`state_${state}`)}</Mark>
      {at !== null && (
        <span className="desk-quiet desk-small">
          <RelativeTime at={at} />
          {state === 'approved' && decidedByName !== null && <> {words('decidedBy', { name: decidedByName })}</>}
        </span>
      )}
    </span>
  )
}

/** Why a week came back, as long as it has not been submitted anew. */
export function WeekReason({ sheet: { state, reason, decidedByName } }: { sheet: WeekSheet }) {
  const words = useWeekWords()
  if (reason === '' || (state !== 'rejected' && state !== 'open')) return null
  return (
    <Alert
      className="desk-week-reason"
      icon={<IconMessage2 size={18} stroke={1.6} />}
      title={words(state === 'rejected' ? 'rejectedTitle' : 'reopenedTitle', { name: decidedByName ?? '' })}
    >
      {reason}
    </Alert>
  )
}
