import { IconCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { DispatchExplanation } from '@timedesk/contracts/dispatch-rules'

import { useCaseSubjects } from '../../../shared/conditions/use-case-subjects.ts'
import { useConditionSentence } from '../../../shared/conditions/use-condition-sentence.ts'
import { dispatchRuleQueries } from '../../../shared/dispatch/dispatch-rule-queries.ts'
import { Mark } from '../../../shared/lists/mark.tsx'
import './rules.css'
import { useRulesWords } from './use-rules-words.ts'

/** Which rules match the case, and which conditions do not hold in the others. */
export function RuleReasons({ rules }: { rules: DispatchExplanation['rules'] }) {
  const words = useRulesWords()
  const { data: known = [] } = useQuery(dispatchRuleQueries.list())
  const sentence = useConditionSentence(useCaseSubjects([]))
  if (rules.length === 0) return <p className="desk-quiet">{words('noRules')}</p>
  const decisive = rules.find(({ matches }) => matches)
  return (
    // What scrolls has to be reached by keyboard.
    <ol className="desk-rule-reasons" aria-label={words('rules')} tabIndex={0}>
      {rules.map(({ id, name, matches, failed }) => {
        const rule = known.find((candidate) => candidate.id === id)
        const told = failed.flatMap((place) => rule?.conditions[place] ?? [])
        return (
          <li key={id} data-matches={matches || undefined}>
            {matches ? <IconCheck size={16} aria-hidden="true" /> : <IconX size={16} aria-hidden="true" />}
            <div>
              {name}
              {matches && (
                <Mark kind={decisive?.id === id ? 'good' : 'quiet'}>
                  {words(decisive?.id === id ? 'decides' : 'matches')}
                </Mark>
              )}
              {told.map((condition, index) => (
                <div key={index} className="desk-quiet desk-small">
                  {words('failed', { condition: sentence(condition, rule?.names ?? []) })}
                </div>
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
