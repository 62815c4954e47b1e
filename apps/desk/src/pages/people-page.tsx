import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'

import { EmployeeDialog } from '../features/people/employee-dialog.tsx'
import { EmployeeList } from '../features/people/employee-list.tsx'
import { PeopleTabs } from '../features/people/people-tabs.tsx'
import { usePeopleWords } from '../features/people/use-people-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The employees. */
export function Component() {
  const words = usePeopleWords()
  const mayWrite = useMay()('staff:write')
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
      <PeopleTabs />
      <EmployeeList onCreate={create} />
      {isCreating && <EmployeeDialog employee={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
