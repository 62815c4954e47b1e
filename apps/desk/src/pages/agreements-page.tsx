import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'

import { AgreementList } from '../features/agreements/agreement-list.tsx'
import { CreateAgreementDialog } from '../features/agreements/create-agreement-dialog.tsx'
import { useAgreementWords } from '../features/agreements/use-agreement-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The agreements with all customers. */
export function Component() {
  const words = useAgreementWords()
  const mayWrite = useMay()('agreement:write')
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
      <AgreementList onCreate={create} />
      {isCreating && <CreateAgreementDialog customer={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
