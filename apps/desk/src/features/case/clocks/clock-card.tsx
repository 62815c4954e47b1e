import { IconAlertTriangle, IconBell, IconCircleCheck } from '@tabler/icons-react'
import type { CaseClock } from '@timedesk/contracts/clocks'
import { useFormat } from '@timedesk/ui/format'

import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { ClockBar } from './clock-bar.tsx'
import { SegmentTable } from './segment-table.tsx'
import { useClockWords } from './use-clock-words.ts'

/** One clock: what was promised and used, its stretches as a bar and as a table, its warnings and its breach. */
export function ClockCard({ clock }: { clock: CaseClock }) {
  const words = useClockWords()
  const caseWords = useCaseWords()
  const format = useFormat()
  const ownerName = useOwnerName()
  const kind = caseWords(clock.clock)
  const what = clock.clock === 'next_response' ? words('cycle', { what: kind, cycle: clock.cycle }) : kind
  const minutesOf = (wanted: 'running' | 'paused') =>
    format.minutes(
      clock.segments.filter(({ state }) => state === wanted).reduce((sum, { minutes }) => sum + minutes, 0),
    )

  return (
    <article className="desk-clock-card" aria-label={what}>
      <header>
        <h4>{what}</h4>
        <ClockResult clock={clock} />
      </header>
      <ClockFacts clock={clock} />
      <ClockBar
        clock={clock}
        label={words('bar', { what, running: minutesOf('running'), paused: minutesOf('paused') })}
      />
      {(clock.warnings.length > 0 || clock.breach !== null) && (
        <ul className="desk-clock-marks">
          {clock.warnings.map(({ share, at, owner }) => (
            <li key={share}>
              <IconBell size={14} stroke={1.8} aria-hidden="true" />
              {words('warning', { share: format.percent(share), at: format.dateTime(at), owner: ownerName(owner) })}
            </li>
          ))}
          {clock.breach !== null && (
            <li data-missed>
              <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
              {words('breach', { at: format.dateTime(clock.breach.at), owner: ownerName(clock.breach.owner) })}
            </li>
          )}
        </ul>
      )}
      {clock.segments.length > 0 && (
        <details className="desk-ledger-more">
          <summary>{words('stretches', { count: clock.segments.length })}</summary>
          <SegmentTable clock={clock} label={what} />
        </details>
      )}
    </article>
  )
}

function ClockResult({ clock: { result, state } }: { clock: CaseClock }) {
  const words = useClockWords()
  if (result === null) return <span className="desk-clock-result">{words(`state_${state}`)}</span>
  const Icon = result === 'met' ? IconCircleCheck : IconAlertTriangle
  return (
    <span className="desk-clock-result" data-result={result}>
      <Icon size={14} stroke={1.8} aria-hidden="true" /> {words(result)}
    </span>
  )
}

function ClockFacts({ clock }: { clock: CaseClock }) {
  const words = useClockWords()
  const format = useFormat()
  const { target, used, share, remaining, dueAt, isByHand, state } = clock
  const usedTime = format.minutes(used)
  const isLeft = remaining !== null && remaining > 0 && state !== 'stopped'
  return (
    <dl className="desk-ledger-facts">
      {!isByHand && (
        <div>
          <dt>{words('target')}</dt>
          <dd className="td-number">{target === null ? words('nothing') : format.minutes(target)}</dd>
        </div>
      )}
      <div>
        <dt>{words('used')}</dt>
        <dd className="td-number">
          {share === null ? usedTime : words('usedOf', { used: usedTime, share: format.percent(share) })}
        </dd>
      </div>
      {isLeft && (
        <div>
          <dt>{words('remaining')}</dt>
          <dd className="td-number">{format.minutes(remaining)}</dd>
        </div>
      )}
      {dueAt !== null && (
        <div>
          <dt>{words('due')}</dt>
          <dd className="td-number">
            {format.dateTime(dueAt)}
            {isByHand && ` (${words('byHand')})`}
          </dd>
        </div>
      )}
    </dl>
  )
}

function useOwnerName(): (owner: NonNullable<CaseClock['breach']>['owner']) => string {
  const words = useClockWords()
  return ({ name, department }) =>
    name === null ? words('queueOf', { department }) : words('ownerIn', { person: name, department })
}
