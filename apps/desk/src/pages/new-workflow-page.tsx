import { useQuery } from '@tanstack/react-query'
import type { Workflow } from '@timedesk/contracts/workflows'
import { useNavigate, useSearchParams } from 'react-router'

import type { WorkflowDraft } from '../features/workflow/stored-draft.ts'
import { useWorkflowWords } from '../features/workflow/use-workflow-words.ts'
import { WorkflowGround } from '../features/workflow/workflow-ground.tsx'
import { WorkflowScreen } from '../features/workflow/workflow-screen.tsx'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'
import { workflowQueries } from '../shared/workflow/workflow-queries.ts'

/** A new workflow; `?from=` names the one that it begins as a copy of, else the standard one. */
export function Component() {
  const words = useWorkflowWords()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const workflows = useQuery(workflowQueries.list())
  const copyOf = (found: readonly Workflow[]): WorkflowDraft => {
    const from = found.find(({ id }) => id === search.get('from')) ?? found.find(({ isDefault }) => isDefault)
    const empty = { statusIds: [], transitions: [], silence: [], reopenDays: null }
    const name = from === undefined ? '' : words('copyOf', { name: from.name })
    return { name, isActive: true, definition: from?.definition ?? empty, moves: [] }
  }
  return (
    <QueryFace query={workflows}>
      {(found) => (
        <WorkflowGround>
          {(ground) => (
            <WorkflowScreen
              key={search.get('from')}
              workflow={null}
              saved={copyOf(found)}
              {...ground}
              onCreated={({ id }) => void navigate(paths.workflow(id), { replace: true })}
            />
          )}
        </WorkflowGround>
      )}
    </QueryFace>
  )
}
