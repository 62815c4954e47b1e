import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'

import { DepartmentDialog } from '../features/people/department-dialog.tsx'
import { DepartmentList } from '../features/people/department-list.tsx'
import { usePeopleWords } from '../features/people/use-people-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The tree of departments. */
export function Component() {
  const words = usePeopleWords()
  const mayWrite = useMay()('staff:write')
  const [isCreating, setIsCreating] = useState(false)
  return (
    <>
      <PageHeader
        title={words('departmentsTitle')}
        text={words('departmentsText')}
        actions={
          mayWrite && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setIsCreating(true)}>
              {words('newDepartment')}
            </Button>
          )
        }
      />
      <DepartmentList mayWrite={mayWrite} />
      {isCreating && <DepartmentDialog department={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
