import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'

import { ContactList } from '../features/contacts/contact-list.tsx'
import { CreateContactDialog } from '../features/contacts/create-contact-dialog.tsx'
import { useContactWords } from '../features/contacts/use-contact-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The contacts of all customers. */
export function Component() {
  const words = useContactWords()
  const mayWrite = useMay()('customer:write')
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
      <ContactList onCreate={create} />
      {isCreating && <CreateContactDialog customer={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
