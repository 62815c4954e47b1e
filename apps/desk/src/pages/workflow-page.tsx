import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'

import { draftOfWorkflow } from '../features/workflow/use-workflow-draft.ts'
import { WorkflowGround } from '../features/workflow/workflow-ground.tsx'
import { WorkflowScreen } from '../features/workflow/workflow-screen.tsx'
import { QueryFace } from '../shared/lists/query-face.tsx'
import { paths } from '../shared/paths.ts'
import { workflowQueries } from '../shared/workflow/workflow-queries.ts'

/** One workflow. */
export function Component() {
  const { workflowId = '' } = useParams()
  const navigate = useNavigate()
  const workflow = useQuery(workflowQueries.detail(workflowId))
  return (
    <QueryFace query={workflow}>
      {(found) => (
        <WorkflowGround>
          {(ground) => (
            <WorkflowScreen
              key={found.id}
              workflow={found}
              saved={draftOfWorkflow(found)}
              {...ground}
              onCreated={({ id }) => void navigate(paths.workflow(id))}
            />
          )}
        </WorkflowGround>
      )}
    </QueryFace>
  )
}
