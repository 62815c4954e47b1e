import { Collapse, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'

import './rating.css'
import { RatingSteps } from './rating-steps.tsx'
import { useRatingWords } from './use-rating-words.ts'
import { useVerdictWords } from './use-verdict-words.ts'
import type { NoteMood } from './word-notes.ts'
import { isUnbillable, moodOf, type Worth } from './word-verdict.ts'

type VerdictLineProps = {
  /** Null while nothing is known; the place stays, so that nothing jumps when it is. */
  worth: Worth | null
  /** Why nothing is known, in words: it would be refused like that. */
  problem?: string | undefined
}

const ICONS: Record<NoteMood, typeof IconInfoCircle> = {
  quiet: IconInfoCircle,
  careful: IconAlertTriangle,
  refused: IconCircleX,
}

/** What cover says of the time that is typed: one line, what to mind, and the steps behind it for who asks. */
export function VerdictLine({ worth, problem }: VerdictLineProps) {
  const words = useRatingWords()
  const [isOpen, steps] = useDisclosure(false)
  const { line, notes } = useVerdictWords(worth)
  const shown = problem === undefined ? notes : [{ mood: 'refused' as const, text: problem }]
  return (
    <div className="desk-verdict">
      <div role="status" className="desk-verdict-said">
        {worth !== null && (
          <p className="desk-verdict-line td-number" data-mood={moodOf(worth)}>
            {!isUnbillable(worth) && <MoodIcon worth={worth} />}
            <span>{line}</span>
          </p>
        )}
        {shown.map(({ mood, text }) => {
          const Icon = ICONS[mood]
          return (
            <p key={text} className="desk-verdict-note" data-mood={mood}>
              <Icon size={15} stroke={1.8} aria-hidden="true" />
              <span>{text}</span>
            </p>
          )
        })}
      </div>
      {worth !== null && worth.explanation.length > 0 && (
        <>
          <UnstyledButton className="desk-verdict-how td-focus" aria-expanded={isOpen} onClick={steps.toggle}>
            {words('how')}
          </UnstyledButton>
          <Collapse expanded={isOpen}>
            <RatingSteps minutes={worth.minutes} explanation={worth.explanation} />
          </Collapse>
        </>
      )}
    </div>
  )
}

function MoodIcon({ worth }: { worth: Worth }) {
  const mood = moodOf(worth)
  const Icon = mood === 'fine' ? IconCircleCheck : mood === 'refused' ? IconCircleX : IconAlertTriangle
  return <Icon size={15} stroke={1.8} aria-hidden="true" />
}
