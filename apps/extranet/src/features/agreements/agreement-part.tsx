import { useId, type ReactNode } from 'react'
import './agreements.css'

/** A titled part of an agreement's page. */
export function AgreementPart({ title, children }: { title: string; children: ReactNode }) {
  const headingId = useId()
  return (
    <section className="ex-agreement-part" aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {children}
    </section>
  )
}
