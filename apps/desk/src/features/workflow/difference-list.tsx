import type { StatusReference } from '@timedesk/contracts/work-list'
import type { Transition } from '@timedesk/contracts/workflow-definition'
import type { z } from 'zod'

import type { Difference } from './compare-drafts.ts'
import { useChangeWords } from './use-change-words.ts'
import { useMoveWords } from './use-move-words.ts'

type DifferenceListProps = {
  differences: readonly Difference[]
  /** Every status that they speak of. */
  statuses: readonly Pick<z.infer<typeof StatusReference>, 'id' | 'name' | 'category'>[]
  fields: readonly { id: string; name: string; nameDa: string | null }[]
}

/** What differs, one thing a line. */
export function DifferenceList({ differences, statuses, fields }: DifferenceListProps) {
  const words = useChangeWords()
  const moveWords = useMoveWords(statuses, fields)
  const termsOf = (transition: Transition) => {
    const terms = moveWords.termsOf(transition)
    return terms.length === 0 ? words('free') : terms.join('; ')
  }
  const wordOf = (difference: Difference): string => {
    switch (difference.kind) {
      case 'renamed':
        return words('renamed', { name: difference.name })
      case 'order':
        return words('order')
      case 'statusAdded':
      case 'statusRemoved':
        return words(difference.kind, { name: moveWords.statusName(difference.statusId) })
      case 'moveAdded':
      case 'moveRemoved':
        return words(difference.kind, { move: moveWords.endsName(difference.transition) })
      case 'moveChanged':
        return words('moveChanged', { move: moveWords.endsName(difference.after) })
      case 'silenceAdded': {
        const { statusId, toId, warnAfterDays, moveAfterDays } = difference.rule
        const names = { name: moveWords.statusName(statusId), to: moveWords.statusName(toId) }
        return words('silenceAdded', { ...names, warn: warnAfterDays, move: moveAfterDays })
      }
      case 'silenceRemoved':
        return words('silenceRemoved', { name: moveWords.statusName(difference.statusId) })
      case 'reopen':
        return difference.days === null ? words('reopenForEver') : words('reopenDays', { count: difference.days })
    }
  }
  if (differences.length === 0) return <p className="desk-quiet desk-small">{words('nothing')}</p>
  return (
    <ul className="desk-differences">
      {differences.map((difference) => (
        <li key={JSON.stringify(difference)} data-sign={signOf(difference.kind)}>
          {wordOf(difference)}
          {difference.kind === 'moveChanged' && (
            <span className="desk-quiet desk-small">
              <span>{words('was', { terms: termsOf(difference.before) })}</span>
              <span>{words('is', { terms: termsOf(difference.after) })}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function signOf(kind: Difference['kind']): 'plus' | 'minus' | 'other' {
  if (kind.endsWith('Added')) return 'plus'
  return kind.endsWith('Removed') ? 'minus' : 'other'
}
