import { IconBuilding, IconHourglassEmpty, IconUserCheck } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusCategory } from '@timedesk/contracts/case-status'

import { ClockMarks } from './clock-marks.tsx'
import { CoverMark } from './cover-mark.tsx'
import './hero.css'
import { useHeroWords } from './use-hero-words.ts'

/** Who has to do something next, by the kind of the status; nobody once it is ended. */
const WAITING: Partial<Record<StatusCategory, { on: 'us' | 'customer' | 'third_party'; Icon: typeof IconBuilding }>> = {
  new: { on: 'us', Icon: IconUserCheck },
  open: { on: 'us', Icon: IconUserCheck },
  waiting_customer: { on: 'customer', Icon: IconHourglassEmpty },
  waiting_third_party: { on: 'third_party', Icon: IconBuilding },
}

/** Who has the ball, what pays for the work and how much of it is left, and what became of each promise. */
export function HeroFacts({ subject }: { subject: Case }) {
  const words = useHeroWords()
  const waiting = WAITING[subject.status.category]
  return (
    <div className="desk-hero-facts" role="group" aria-label={words('facts')}>
      {waiting !== undefined && (
        <span className="desk-hero-fact" data-waiting={waiting.on}>
          <waiting.Icon size={15} stroke={1.8} aria-hidden="true" /> {words(`waiting_${waiting.on}`)}
        </span>
      )}
      <CoverMark subject={subject} />
      <ClockMarks subject={subject} />
    </div>
  )
}
