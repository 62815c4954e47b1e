import type { BulkGroup } from '@timedesk/contracts/bulk-actions'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { useRefusalWords } from '../problems/use-refusal-words.ts'
import { useBulkWords } from './use-bulk-words.ts'

/** Cases that were left out or keep something, by the reason, with the first of each. */
export function BulkGroups({ groups, isOpen = false }: { groups: readonly BulkGroup[]; isOpen?: boolean }) {
  const words = useBulkWords()
  const reasonOf = useReason()
  if (groups.length === 0) return null
  return (
    <div className="desk-bulk-groups">
      {groups.map((group) => (
        <details key={group.code} open={isOpen}>
          <summary>
            <span>{reasonOf(group)}</span>
            <span className="desk-quiet">{words('groupCases', { count: group.cases })}</span>
          </summary>
          <GroupCases group={group} />
        </details>
      ))}
    </div>
  )
}

/** In a new tab: what is planned stays in sight. */
function GroupCases({ group: { cases, examples } }: { group: BulkGroup }) {
  const words = useBulkWords()
  const format = useFormat()
  const left = cases - examples.length
  return (
    <ul>
      {examples.map(({ case: { id, number, subject } }) => (
        <li key={id}>
          <Link to={paths.case(number)} target="_blank" rel="noreferrer">
            <span className="td-number">#{number}</span> {subject}
          </Link>
        </li>
      ))}
      {left > 0 && <li className="desk-quiet">{words('groupMore', { count: format.number(left) })}</li>}
    </ul>
  )
}

/** Why, in the reader's language; what the API says itself where there are no words for it. */
function useReason(): (group: BulkGroup) => string {
  const words = useBulkWords()
  const wordRefusal = useRefusalWords()
  return ({ code, examples }) => {
    if (code === 'changed_since' || code === 'fault') return words(code)
    return wordRefusal({ code, detail: examples[0]?.detail ?? code })
  }
}
