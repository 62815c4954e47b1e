import type { Case } from '@timedesk/contracts/cases'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import { CaseCoverCard } from './case-cover.tsx'
import './case-rail.css'
import { PeopleCard } from './people-card.tsx'
import { CustomerPart } from './rail/customer-card.tsx'
import { useComingDeeds } from './rail/use-coming-deeds.ts'
import { useIsSettled } from './rail/use-is-settled.ts'
import { useRailWords } from './rail/use-rail-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

const Participants = lazy(async () => ({ default: (await import('./merging/participants.tsx')).Participants }))
const MoreCards = lazy(async () => ({ default: (await import('./rail/more-cards.tsx')).MoreCards }))

type CaseRailProps = {
  subject: Case
  update: CaseUpdate
  /** The log is there, which the rest of the rail waits for. */
  isLogShown: boolean
  onEdit: () => void
}

/** Who the case is for, what pays for it, and what else is known of it; the latter comes once the page stands. */
export function CaseRail({ subject, update, isLogShown, onEdit }: CaseRailProps) {
  const words = useRailWords()
  const isSettled = useIsSettled(isLogShown)
  const { areThere, areWanted, onThere } = useComingDeeds(subject)
  const room = <div className="desk-rail-room" />
  return (
    <aside className="desk-rail" aria-label={words('rail')}>
      <CustomerPart subject={subject} />
      <CaseCoverCard subject={subject} update={update} />
      <PeopleCard
        subject={subject}
        participants={
          <LazyPart>
            <Participants subject={subject} />
          </LazyPart>
        }
      />
      {areWanted && <HoldKeys />}
      {isSettled || areWanted || areThere ? (
        <LazyPart isNeeded fallback={room}>
          <MoreCards subject={subject} onEdit={onEdit} onThere={onThere} />
        </LazyPart>
      ) : (
        room
      )}
    </aside>
  )
}
