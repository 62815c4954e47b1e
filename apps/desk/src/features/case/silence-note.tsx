import { IconHourglassEmpty } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { useFormat } from '@timedesk/ui/format'
import { useStatusName } from '@timedesk/ui/status-pill'

import { useCasePageWords } from './use-case-page-words.ts'

/** What happens by itself if nobody says anything. */
export function SilenceNote({ silence }: { silence: Case['silence'] }) {
  const words = useCasePageWords()
  const format = useFormat()
  const statusName = useStatusName()
  if (silence === null) return null
  const { warnsAt, movesAt, to } = silence
  const then = { status: statusName(to), movesAt: format.dateTime(movesAt) }
  return (
    <p className="desk-silence">
      <IconHourglassEmpty size={16} stroke={1.7} aria-hidden="true" />
      {warnsAt === null
        ? words('silenceMoves', then)
        : words('silenceWarns', { ...then, warnsAt: format.dateTime(warnsAt) })}
    </p>
  )
}
