import type { ExtranetCaseSummary } from '@timedesk/contracts/extranet-cases'
import { useId, type ReactNode } from 'react'
import './case-list.css'
import { CaseRow } from './case-row.tsx'

type CaseSectionProps = {
  title: string
  cases: readonly ExtranetCaseSummary[]
  /** Rows of another kind that stand first, and how many. */
  first?: { count: number; rows: ReactNode }
  /** What stands here when there is none; without it the section disappears. */
  none?: ReactNode
  /** A link to more. */
  more?: ReactNode
}

/** A heading and the cases below it. */
export function CaseSection({ title, cases, first, none, more }: CaseSectionProps) {
  const headingId = useId()
  const count = cases.length + (first?.count ?? 0)
  if (count === 0 && none === undefined) return null
  return (
    <section className="ex-section" aria-labelledby={headingId}>
      <div className="ex-section-head">
        <h2 id={headingId}>
          {title}
          {count > 0 && <span className="ex-section-count td-number">{count}</span>}
        </h2>
        {more}
      </div>
      {count === 0 ? (
        <p className="ex-section-none">{none}</p>
      ) : (
        <ul className="ex-cases">
          {first?.rows}
          {cases.map((summary) => (
            <CaseRow key={summary.id} summary={summary} />
          ))}
        </ul>
      )}
    </section>
  )
}
