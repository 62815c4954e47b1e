import type { BulkError, BulkGroup } from '@timedesk/contracts/bulk-actions'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { useRefusalWords } from '../problems/use-refusal-words.ts'
import { useBulkWords } from './use-bulk-words.ts'
import { useLackWords } from './use-lack-words.ts'

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
            <Lacks group={group} />
          </summary>
          <GroupCases group={group} />
        </details>
      ))}
    </div>
  )
}

/** What the cases lack, with how many of them where it is not all. */
function Lacks({ group: { errors, cases } }: { group: BulkGroup }) {
  const words = useBulkWords()
  const lackOf = useLackWords(errors)
  const lacks = errors.flatMap((error) => {
    const lack = lackOf(error)
    if (lack === undefined) return []
    return error.cases === cases
      ? [lack]
      : [words('lackOf', { lack, cases: words('groupCases', { count: error.cases }) })]
  })
  return lacks.length > 0 && <small className="desk-bulk-lacks">{lacks.join(' · ')}</small>
}

/** In a new tab: what is planned stays in sight. What a case lacks stands by it where not all of them lack it. */
function GroupCases({ group: { cases, examples, errors } }: { group: BulkGroup }) {
  const words = useBulkWords()
  const lackOf = useLackWords(errors)
  const isOfSome = ({ code, pointer }: BulkError) =>
    errors.some((error) => error.code === code && error.pointer === pointer && error.cases < cases)
  const format = useFormat()
  const left = cases - examples.length
  return (
    <ul>
      {examples.map(({ case: { id, number, subject }, errors: lacking }) => (
        <li key={id}>
          <Link to={paths.case(number)} target="_blank" rel="noreferrer">
            <span className="td-number">#{number}</span> {subject}
          </Link>
          <span className="desk-quiet">
            {lacking
              .filter(isOfSome)
              .flatMap((error) => lackOf(error) ?? [])
              .map((lack) => ` · ${lack}`)}
          </span>
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
