import type { AutomationRun } from '@timedesk/contracts/automation-runs'

import { actionName, useRunWords } from '../../shared/runs/use-run-words.ts'

/** What a rule did or would have done, line by line. */
export function RunActions({ actions }: { actions: AutomationRun['actions'] }) {
  const words = useRunWords()
  return (
    <ul className="desk-rule-lines">
      {actions.map(({ action, value }, index) => (
        <li key={`${index} ${action}`}>
          <span className="desk-quiet">{actionName(action, words)}:</span> {value}
        </li>
      ))}
    </ul>
  )
}
