import { Alert, Button } from '@mantine/core'
import type { Workflow } from '@timedesk/contracts/workflows'

import { draftOfWorkflow } from './use-workflow-draft.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

/** Says that somebody has saved another version while this draft was being made. */
export function OvertakenNotice({ workflow }: { workflow: Workflow }) {
  const words = useWorkflowWords()
  const { editor } = useBench()
  const { version, savedByName } = workflow
  if (!editor.isChanged || editor.version === version) return null
  return (
    <Alert color="yellow" mb="md" role="alert">
      {words('overtaken', { name: savedByName, version })}{' '}
      <Button size="compact-sm" variant="default" onClick={() => editor.begin(draftOfWorkflow(workflow), version)}>
        {words('takeTheirs')}
      </Button>
    </Alert>
  )
}
