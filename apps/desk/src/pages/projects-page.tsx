import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'

import { ProjectList } from '../features/projects/project-list.tsx'
import { ProjectDialog } from '../features/projects/project-dialog.tsx'
import { useProjectWords } from '../features/projects/use-project-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The projects of all customers. */
export function Component() {
  const words = useProjectWords()
  const mayWrite = useMay()('project:write')
  const [isCreating, setIsCreating] = useState(false)
  const create = mayWrite ? () => setIsCreating(true) : undefined
  return (
    <>
      <PageHeader
        title={words('title')}
        actions={
          create !== undefined && (
            <Button leftSection={<IconPlus size={16} />} onClick={create}>
              {words('new')}
            </Button>
          )
        }
      />
      <ProjectList onCreate={create} />
      {isCreating && <ProjectDialog project={null} customer={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
