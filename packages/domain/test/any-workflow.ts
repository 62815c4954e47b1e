import { Gate, StandardRequirement } from '@timedesk/contracts/workflow-definition'
import type { Transition, TransitionParty } from '@timedesk/contracts/workflow-definition'
import fc from 'fast-check'
import { statusCategories } from '../src/helpdesk/status.ts'
import type { CaseStatus } from '../src/helpdesk/status.ts'
import { nearestStatus, workflowOf } from '../src/workflow/workflow.ts'
import type { Workflow } from '../src/workflow/workflow.ts'

/** Seven statuses of which the first four are of the categories that each workflow needs; the others of any. */
const anyStatuses: fc.Arbitrary<CaseStatus[]> = fc
  .array(fc.constantFrom(...statusCategories), { minLength: 3, maxLength: 3 })
  .map((more) =>
    (['new', 'open', 'solved', 'closed', ...more] as const).map((category, index) => ({
      id: `status ${String(index)}`,
      name: `Status ${String(index)}`,
      category,
    })),
  )

const anyTransition = fc.record({
  from: fc.nat(6),
  to: fc.nat(6),
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constant<TransitionParty[]>([]) },
    { weight: 1, arbitrary: fc.subarray<TransitionParty>(['agent', 'lead', 'responsible', 'contact']) },
  ),
  requires: fc.subarray([...StandardRequirement.options], { maxLength: 1 }),
  gates: fc.subarray([...Gate.options], { maxLength: 2 }),
})

const anyTransitions = fc
  .uniqueArray(anyTransition, { minLength: 8, maxLength: 36, selector: ({ from, to }) => from * 7 + to })
  .map((drafts) => drafts.filter(({ from, to }) => from !== to))

/** Workflows of any shape: some of their statuses may be out of reach, or have no way out. */
export const anyWorkflow: fc.Arbitrary<Workflow> = fc
  .record({ statuses: anyStatuses, drafts: anyTransitions, reopenDays: fc.option(fc.nat(3)) })
  .map(({ statuses, drafts, reopenDays }) => {
    const ids = statuses.map(({ id }) => id)
    const transitions = drafts.map(({ from, to, ...terms }): Transition => {
      return { fromId: ids[from] ?? '', toId: ids[to] ?? '', ...terms }
    })
    return workflowOf({ statusIds: ids, transitions, silence: [], reopenDays }, statuses)
  })

/** Where a new case begins. */
export function startOf(workflow: Workflow): CaseStatus {
  return nearestStatus(workflow, 'new')
}
