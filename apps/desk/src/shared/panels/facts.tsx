import type { ReactNode } from 'react'

import './panels.css'

export type Fact = { label: string; value: ReactNode }

/** Names and values below each other; what has no value is a dash. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="desk-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A few large figures in a row. */
export function Figures({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="desk-figures">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
