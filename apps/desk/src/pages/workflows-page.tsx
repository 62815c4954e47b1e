import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { useWorkflowWords } from '../features/workflow/use-workflow-words.ts'
import { WorkflowList } from '../features/workflow/workflow-list.tsx'
import { WorkflowTabs } from '../features/workflow/workflow-tabs.tsx'
import { paths } from '../shared/paths.ts'
import { useMay } from '../shared/session/use-me.ts'

/** How cases move. */
export function Component() {
  const words = useWorkflowWords()
  const mayWrite = useMay()('settings:write')
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          mayWrite && (
            <Button component={Link} to={paths.newWorkflow} leftSection={<IconPlus size={16} />}>
              {words('newWorkflow')}
            </Button>
          )
        }
      />
      <WorkflowTabs />
      <WorkflowList mayWrite={mayWrite} />
    </>
  )
}
