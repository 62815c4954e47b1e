import type { CaseClocks } from '@timedesk/contracts/clocks'
import { useFormat } from '@timedesk/ui/format'

import { useClockWords } from './use-clock-words.ts'

/** The policy that counts with why it does, and what keeps each other one from counting. */
export function PolicySection({ ledger: { policy, others: all } }: { ledger: CaseClocks }) {
  const words = useClockWords()
  const others = all.filter(({ id }) => id !== policy?.id)
  return (
    <section aria-label={words('policy')}>
      <h3>{words('policy')}</h3>
      {policy === null ? <p className="desk-quiet">{words('neverApplied')}</p> : <CountingPolicy policy={policy} />}
      {others.length > 0 && (
        <details className="desk-ledger-more">
          <summary>{words('others', { count: others.length })}</summary>
          <ul>
            {others.map(({ id, name, lostBy }) => (
              <li key={id}>
                {name} <span className="desk-quiet">{words(lostBy === null ? 'wouldCount' : `lost_${lostBy}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function CountingPolicy({ policy }: { policy: NonNullable<CaseClocks['policy']> }) {
  const words = useClockWords()
  const format = useFormat()
  const { name, why, version, calendar, priority, appliedAt, keepsDue, isShownToCustomers } = policy
  if (name === null) return <p className="desk-quiet">{words('noPolicy')}</p>
  return (
    <>
      <p>
        <strong>{name}</strong> {words(`policyBy_${why}`)}
        {version !== null && <span className="desk-quiet"> · {words('version', { version })}</span>}
      </p>
      <dl className="desk-ledger-facts">
        <div>
          <dt>{words('calendar')}</dt>
          <dd>{calendar ?? words('aroundTheClock')}</dd>
        </div>
        <div>
          <dt>{words('priority')}</dt>
          <dd>{priority}</dd>
        </div>
        <div>
          <dt>{words('appliedAt')}</dt>
          <dd>{format.dateTime(appliedAt)}</dd>
        </div>
      </dl>
      {keepsDue && <p className="desk-quiet">{words('keepsDue')}</p>}
      {isShownToCustomers && <p className="desk-quiet">{words('shownToCustomers')}</p>}
    </>
  )
}
