import type { LinkedCase } from '@timedesk/contracts/case-links'
import { StatusPill } from '@timedesk/ui/status-pill'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { paths } from '../../../shared/paths.ts'

type LinkedCasesProps = {
  label: string
  cases: readonly LinkedCase[]
  /** A button at the end of each. */
  action?: (linked: LinkedCase) => ReactNode
}

/** Cases that one is linked to, under what they are to it. */
export function LinkedCases({ label, cases, action }: LinkedCasesProps) {
  return (
    <div className="desk-linked">
      <h3>{label}</h3>
      <ul className="desk-rail-cases" aria-label={label}>
        {cases.map((linked) => (
          <li key={linked.id}>
            <span className="desk-linked-line">
              <Link to={paths.case(linked.number)}>
                <span className="td-number">#{linked.number}</span> {linked.subject}
              </Link>
              {action?.(linked)}
            </span>
            <StatusPill category={linked.status.category} color={linked.status.color} label={linked.status.name} />
          </li>
        ))}
      </ul>
    </div>
  )
}
