import type { ReactNode } from 'react'

import './case-rail.css'

/** A part of what stands beside the case. */
export function RailCard({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="desk-rail-card" aria-label={title}>
      <div className="desk-rail-head">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** A name and its value; only inside `desk-facts`. */
export function RailFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="td-number">{children}</dd>
    </div>
  )
}
