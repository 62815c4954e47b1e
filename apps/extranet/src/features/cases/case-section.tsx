import type { ExtranetCaseSummary } from '@timedesk/contracts/extranet-cases'
import { useId, type ReactNode } from 'react'
import './case-list.css'
import { CaseRow } from './case-row.tsx'

type CaseSectionProps = {
  title: string
  cases: readonly ExtranetCaseSummary[]
  /** What stands here when there is none; without it the section disappears. */
  none?: ReactNode
  /** A link to more. */
  more?: ReactNode
}

/** A heading and the cases below it. */
export function CaseSection({ title, cases, none, more }: CaseSectionProps) {
  const headingId = useId()
  if (cases.length === 0 && none === undefined) return null
  return (
    <section className="ex-section" aria-labelledby={headingId}>
      <div className="ex-section-head">
        <h2 id={headingId}>
          {title}
          {cases.length > 0 && <span className="ex-section-count td-number">{cases.length}</span>}
        </h2>
        {more}
      </div>
      {cases.length === 0 ? (
        <p className="ex-section-none">{none}</p>
      ) : (
        <ul className="ex-cases">
          {cases.map((summary) => (
            <CaseRow key={summary.id} summary={summary} />
          ))}
        </ul>
      )}
    </section>
  )
}
