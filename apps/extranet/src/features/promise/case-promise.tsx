import { useQuery } from '@tanstack/react-query'
import type { ExtranetClock } from '@timedesk/contracts/clocks'
import { useFormat } from '@timedesk/ui/format'
import { useId } from 'react'
import { barParts } from './bar-parts.ts'
import { promiseQueries } from './promise-queries.ts'
import './promise.css'
import { usePromiseWords } from './use-promise-words.ts'

/** What is promised for a case and how it stands; nothing where nothing is promised, or it is not shown. */
export function CasePromise({ caseId }: { caseId: string }) {
  const words = usePromiseWords()
  const titleId = useId()
  const { data } = useQuery(promiseQueries.ofCase(caseId))
  if (data === undefined || data.clocks.length === 0) return null
  const { promise, clocks } = data
  return (
    <section className="ex-promise" aria-labelledby={titleId}>
      <h2 id={titleId}>{words('title')}</h2>
      {promise !== null && (
        <p className="ex-promise-name">
          {words('by', { name: promise.name, hours: promise.calendar ?? words('aroundTheClock') })}
        </p>
      )}
      <ul>
        {clocks.map((clock) => (
          <PromisedClock key={`${clock.clock} ${clock.cycle}`} clock={clock} />
        ))}
      </ul>
    </section>
  )
}

function PromisedClock({ clock }: { clock: ExtranetClock }) {
  const words = usePromiseWords()
  const format = useFormat()
  const { target, segments } = clock
  return (
    <li>
      <div className="ex-promise-head">
        <strong>{words(clock.clock)}</strong>
        <Standing clock={clock} />
      </div>
      {target !== null && (
        <span className="ex-promise-quiet">{words('within', { minutes: format.minutes(target) })}</span>
      )}
      <Bar clock={clock} />
      {segments.length > 1 && (
        <details>
          <summary>{words('details')}</summary>
          <ol>
            {segments.map(({ because, from, to }) => (
              <li key={from}>
                {words('part', {
                  because: words(because),
                  from: format.dateTime(from),
                  to: to === null ? words('now') : format.dateTime(to),
                })}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

function Standing({ clock: { isKept, dueAt, state, isByHand } }: { clock: ExtranetClock }) {
  const words = usePromiseWords()
  const format = useFormat()
  if (isKept !== null) return <span data-kept={isKept}>{words(isKept ? 'kept' : 'missed')}</span>
  if (dueAt !== null) return <span>{words(isByHand ? 'dueAgreed' : 'due', { at: format.dateTime(dueAt) })}</span>
  return state === 'paused' ? <span>{words('standsStill')}</span> : null
}

/** The same in a picture; the list of its parts says it in words. */
function Bar({ clock: { clock, segments } }: { clock: ExtranetClock }) {
  const words = usePromiseWords()
  const parts = barParts(segments, new Date())
  if (parts.length === 0) return null
  const told = segments.map(({ because }) => words(because)).join(', ')
  return (
    <div className="ex-promise-bar" role="img" aria-label={words('barOf', { clock: words(clock), parts: told })}>
      {parts.map(({ state, share }, index) => (
        // Stretches have nothing of their own but their order.
        <span key={String(index)} data-state={state} style={{ width: `${share}%` }} title={words(state)} />
      ))}
    </div>
  )
}
