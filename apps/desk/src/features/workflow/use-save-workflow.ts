import { createWorkflow, updateWorkflow, type Workflow, type WorkflowPreview } from '@timedesk/contracts/workflows'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { targetOf } from './removed-statuses.tsx'
import type { WorkflowDraft } from './stored-draft.ts'

type Saving = { draft: WorkflowDraft; comment: string; removed: WorkflowPreview['removed'] }

/** Saves a draft as a new workflow, or as the next version of the given one if nobody did so since it was read. */
export function useSaveWorkflow(workflow: Workflow | null) {
  return useChange(
    ({ draft, comment, removed }: Saving) => {
      const { name, definition, isActive, moves } = draft
      if (workflow === null) return client.call(createWorkflow, { body: { name, definition, comment } })
      const targets = removed.flatMap((one) => {
        const toId = one.cases === 0 ? null : targetOf(one, moves, definition.statusIds)
        return toId === null ? [] : [{ fromId: one.status.id, toId }]
      })
      return client.call(updateWorkflow, {
        params: { workflowId: workflow.id },
        headers: ifMatch(workflow.version),
        body: { name, definition, comment, isActive, moves: targets },
      })
    },
    [queryRoots.workflows, queryRoots.settings, ['cases']],
  )
}
