import type { RuleTrigger } from '@timedesk/contracts/automation-rules'

import { useRunWords } from '../../shared/runs/use-run-words.ts'
import { inLargestUnit } from './rule-draft.ts'
import { useAutomationWords } from './use-automation-words.ts'

/** What a rule waits for, in one line: “The customer wrote · We answered”, “2 days after we answered”. */
export function useTriggerWords(): (trigger: RuleTrigger) => string {
  const words = useAutomationWords()
  const runWords = useRunWords()
  return (trigger) => {
    if (trigger.kind === 'event') return trigger.events.map((event) => runWords(`event_${event}`)).join(' · ')
    const { since, minutes, isBefore } = trigger
    const { amount, unit } = inLargestUnit(minutes)
    return words('duration', {
      amount: words(unit, { count: amount }),
      side: words(isBefore ? 'side_before' : 'side_after'),
      since: words(`since_${since}`),
    })
  }
}
