import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { FieldProblem } from '@timedesk/contracts/refusal'
import type { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { useStatusName } from '@timedesk/ui/status-pill'
import { useCallback } from 'react'

import { useWorkflowWords } from './use-workflow-words.ts'

const NEEDED = ['new', 'open', 'solved', 'closed'] as const
const CODES = [
  ...['status_unknown', 'status_repeated', 'status_outside', 'transition_to_itself', 'transition_repeated'],
  ...['field_unknown', 'silence_repeated', 'silence_of_ended', 'silence_order', 'transition_missing'],
  ...['status_unreachable', 'status_without_way_out', 'contact_never', 'nobody_may', 'silence_needs_reason'],
  ...['term_repeated'],
] as const

/** Words the problems of a definition; what has no words of its own says what the API says. */
export function useDefinitionProblemWords(statuses: readonly CaseStatus[], definition: WorkflowDefinition) {
  const words = useWorkflowWords()
  const nameOf = useStatusName()
  return useCallback(
    (problem: FieldProblem): string => {
      if (problem.code === 'category_missing') return words('category_missing', { category: missing(problem) })
      const code = CODES.find((candidate) => candidate === problem.code)
      return code === undefined ? problem.message : words(code)

      function missing({ message }: FieldProblem): string {
        const has = new Set(
          statuses.filter(({ id }) => definition.statusIds.includes(id)).map(({ category }) => category),
        )
        const lacking = NEEDED.filter((category) => !has.has(category))
        const named = lacking.find((category) => message.includes(` ${category} `))
        return nameOf({ category: named ?? lacking[0] ?? 'open', name: '' })
      }
    },
    [words, nameOf, statuses, definition],
  )
}
