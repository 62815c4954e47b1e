import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlayerPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { CaseClock } from '@timedesk/contracts/clocks'
import { useFormat } from '@timedesk/ui/format'

import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { besideQueries } from '../beside-queries.ts'
import { useHeroWords } from './use-hero-words.ts'

/** How each service clock stands, besides the one that is due next and stands larger. */
export function ClockMarks({ subject }: { subject: Case }) {
  const words = useHeroWords()
  const { data: ledger } = useQuery(besideQueries.clocks(subject.id))
  const clocks = latestOfEach(ledger?.clocks ?? []).filter(({ clock }) => clock !== subject.due?.clock)
  if (clocks.length === 0) return null
  return (
    <ul className="desk-hero-clocks" aria-label={words('clocks')}>
      {clocks.map((clock) => (
        <ClockMark key={clock.clock} clock={clock} />
      ))}
    </ul>
  )
}

function ClockMark({ clock }: { clock: CaseClock }) {
  const words = useHeroWords()
  const caseWords = useCaseWords()
  const format = useFormat()
  const what = caseWords(clock.clock)
  const { mood, word } = standingOf(clock)
  const Icon = ICONS[mood]
  return (
    <li data-mood={mood}>
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      {words(word, { what, time: format.minutes(Math.abs(clock.remaining ?? 0)) })}
    </li>
  )
}

const ICONS = { kept: IconCircleCheck, missed: IconAlertTriangle, paused: IconPlayerPause, running: IconClock } as const

function standingOf({ result, state, remaining }: CaseClock) {
  if (result === 'met') return { mood: 'kept', word: 'clockKept' } as const
  if (result === 'missed') return { mood: 'missed', word: 'clockMissed' } as const
  if (state === 'paused') return { mood: 'paused', word: 'clockPaused' } as const
  if (remaining === null) return { mood: 'running', word: 'clockRuns' } as const
  return remaining < 0
    ? ({ mood: 'missed', word: 'clockOver' } as const)
    : ({ mood: 'running', word: 'clockLeft' } as const)
}

/** The last cycle of each kind; what is stopped without a result promised nothing, and is left out. */
function latestOfEach(clocks: readonly CaseClock[]): CaseClock[] {
  const latest = new Map<CaseClock['clock'], CaseClock>()
  for (const clock of clocks) {
    if ((latest.get(clock.clock)?.cycle ?? 0) <= clock.cycle) latest.set(clock.clock, clock)
  }
  return [...latest.values()].filter(({ state, result }) => state !== 'stopped' || result !== null)
}
