import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { DispatchExplanation } from '@timedesk/contracts/dispatch-rules'
import type { Reference } from '@timedesk/contracts/primitives'
import { useId } from 'react'

import { useTell } from '../../../shared/deeds/use-tell.ts'
import { dispatchRuleQueries } from '../../../shared/dispatch/dispatch-rule-queries.ts'
import { useDispatchByRules } from '../../../shared/dispatch/use-dispatch-by-rules.ts'
import { QueryFace } from '../../../shared/lists/query-face.tsx'
import { RuleReasons } from './rule-reasons.tsx'
import './rules.css'
import { useRulesWords } from './use-rules-words.ts'

type RulesSectionProps = { caseId: string; onDispatched: () => void }

/** Where the rules would send a case as it is now, and why; sends it there when that is wanted. */
export function RulesSection({ caseId, onDispatched }: RulesSectionProps) {
  const words = useRulesWords()
  const titleId = useId()
  return (
    <section className="desk-rules" aria-labelledby={titleId}>
      <h3 id={titleId}>{words('title')}</h3>
      <QueryFace query={useQuery(dispatchRuleQueries.explanation(caseId))} rows={2}>
        {(explanation) => <Explained caseId={caseId} explanation={explanation} onDispatched={onDispatched} />}
      </QueryFace>
    </section>
  )
}

type ExplainedProps = RulesSectionProps & { explanation: DispatchExplanation }

function Explained({ caseId, explanation, onDispatched }: ExplainedProps) {
  const words = useRulesWords()
  const tell = useTell()
  const placeIn = usePlaceWording()
  const dispatch = useDispatchByRules()
  const [isWhyOpen, why] = useDisclosure(false)
  const whyId = useId()
  const { rules, rule, ruleName, insteadOf } = explanation
  return (
    <>
      <p>
        <strong>{words('goesTo', { place: placeIn(explanation) })}</strong> {words(rule, { rule: ruleName ?? '' })}
        {insteadOf !== null && <> {words('insteadOf', { person: insteadOf.name })}</>}
      </p>
      <div className="desk-rules-deeds">
        <Button
          size="xs"
          variant="light"
          loading={dispatch.isPending}
          onClick={() =>
            dispatch.mutate(caseId, {
              // Somebody may have come or gone since it was foreseen.
              onSuccess: (sent) => tell(words('dispatched', { place: placeIn(sent) }), onDispatched).onSuccess(),
              onError: tell('').onError,
            })
          }
        >
          {words('dispatch')}
        </Button>
        <Button size="xs" variant="subtle" aria-expanded={isWhyOpen} aria-controls={whyId} onClick={why.toggle}>
          {words('why')}
        </Button>
      </div>
      <div id={whyId} hidden={!isWhyOpen}>
        {isWhyOpen && <RuleReasons rules={rules} />}
      </div>
    </>
  )
}

function usePlaceWording(): (place: { department: Reference; responsible: Reference | null }) => string {
  const words = useRulesWords()
  return ({ department, responsible }) =>
    responsible === null
      ? words('queue', { department: department.name })
      : words('person', { person: responsible.name, department: department.name })
}
