import type { ReactNode } from 'react'
import './facts.css'

type FactsProps = {
  /** What they are about. */
  label: string
  /** What is not known, null or empty, is left out. */
  facts: readonly [label: string, value: ReactNode][]
}

/** What is known about something, beside it. */
export function Facts({ label, facts }: FactsProps) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '')
  return (
    <aside className="ex-facts" aria-label={label}>
      <dl>
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
